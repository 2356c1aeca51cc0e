package dev.tuneornot.standalone.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.tools.StreamsResetter;
import org.apache.kafka.tools.TopicCommand;

/**
 * A KAFKA_HOME of those of Kafka's own tools that our scripts call, on this JVM's class path, and
 * the scripts run with it.
 */
final class KafkaTools {
  private final Path home;

  KafkaTools(Path home) throws IOException {
    this.home = home;
    tool("kafka-streams-application-reset.sh", StreamsResetter.class);
    tool("kafka-topics.sh", TopicCommand.class);
  }

  /** What a script came to, and everything that it said. */
  record Outcome(int exitCode, String output) {}

  private void tool(String name, Class<?> main) throws IOException {
    Path bin = Files.createDirectories(home.resolve("bin"));
    Path script =
        Files.writeString(
            bin.resolve(name),
            """
            #!/bin/sh
            exec '%s' -XX:TieredStopAtLevel=1 -cp "$TOOLS_CLASSPATH" %s "$@"
            """
                .formatted(
                    Path.of(System.getProperty("java.home"), "bin", "java"), main.getName()));
    Files.setPosixFilePermissions(script, Set.of(PosixFilePermission.values()));
  }

  /** Runs a script of the project's folder deploy. */
  Outcome run(String script, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of("..", "deploy", script).toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("KAFKA_HOME", home.toString());
    builder.environment().put("TOOLS_CLASSPATH", System.getProperty("java.class.path"));
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Outcome(process.waitFor(), output);
  }
}
