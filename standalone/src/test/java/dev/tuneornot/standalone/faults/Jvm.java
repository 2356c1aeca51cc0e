package dev.tuneornot.standalone.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A JVM of its own, which faults are done to by signal. Its log is appended to a file under
 * target/faults.
 */
final class Jvm implements AutoCloseable {
  static final Path LOGS = Path.of("target", "faults");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Such as {@code 12: 3456 78910 java.lang.String (java.base@17)}. */
  private static final Pattern CLASS_LINE =
      Pattern.compile("(?m)^ *\\d+: +(\\d+) +(\\d+) +(\\S+).*$");

  private final String name;
  private final Process process;

  private Jvm(String name, Process process) {
    this.name = name;
    this.process = process;
    // A build that is interrupted leaves no process behind.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
  }

  /**
   * Starts one with this JVM's classpath.
   *
   * @param name of its log
   */
  static Jvm start(String name, Class<?> main, List<String> options, List<String> arguments)
      throws IOException {
    return start(name, main, options, arguments, Map.of());
  }

  /** Likewise, with variables over those of this JVM's environment. */
  static Jvm start(
      String name,
      Class<?> main,
      List<String> options,
      List<String> arguments,
      Map<String, String> environment)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(List.of("-Xshare:auto", "-Dlogback.configurationFile=" + logback()));
    command.addAll(asThisOne());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(main.getName());
    command.addAll(arguments);
    Files.createDirectories(LOGS);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log(name)));
    builder.environment().putAll(environment);
    return new Jvm(name, builder.start());
  }

  /** Compilers and collector are the same as of this JVM. */
  private static List<String> asThisOne() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.matches("-XX:([+-]Tiered|Tiered|[+-]Use\\w*GC).*"))
        .toList();
  }

  private static File log(String name) {
    return LOGS.resolve(name + ".log").toFile();
  }

  private static Path logback() {
    return Path.of("src", "test", "resources", "logback-app.xml").toAbsolutePath();
  }

  void assertAlive() {
    assertThat(process.isAlive()).as("%s is alive, see %s", name, LOGS).isTrue();
  }

  /** SIGKILL: nothing is flushed, committed or told to anybody. */
  void kill() throws InterruptedException {
    assertAlive();
    process.destroyForcibly().waitFor();
  }

  /** SIGSTOP: it stands still in the middle of whatever it does, its connections stay open. */
  void pause() throws IOException, InterruptedException {
    signal("STOP");
  }

  /** SIGCONT: it goes on and knows of nothing. */
  void resume() throws IOException, InterruptedException {
    signal("CONT");
  }

  private void signal(String signal) throws IOException, InterruptedException {
    assertAlive();
    int exitCode =
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
    assertThat(exitCode).as("kill -%s", signal).isZero();
  }

  /** What is on a heap of a class. */
  record Live(long objects, long bytes) {}

  /** What is on its heap and referred to, by the names of the classes. */
  Map<String, Live> live() throws IOException {
    Map<String, Live> live = new HashMap<>();
    CLASS_LINE
        .matcher(histogram())
        .results()
        .forEach(
            line ->
                live.put(
                    line.group(3),
                    new Live(Long.parseLong(line.group(1)), Long.parseLong(line.group(2)))));
    assertThat(live).as("classes of %s", name).hasSizeGreaterThan(1_000);
    return live;
  }

  /** The JDK collects all garbage before it makes one. */
  private String histogram() throws IOException {
    assertAlive();
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process command =
        new ProcessBuilder(jcmd.toString(), Long.toString(process.pid()), "GC.class_histogram")
            .redirectErrorStream(true)
            .start();
    return new String(command.getInputStream().readAllBytes(), UTF_8);
  }

  /** SIGTERM, as an orchestrator stops a process; returns its exit code once it has ended. */
  int stop() throws InterruptedException {
    process.destroy();
    return awaitEnd();
  }

  /** Waits until it ends, by itself or as told; returns its exit code. */
  int awaitEnd() throws InterruptedException {
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
        .as("%s ends, see %s", name, LOGS)
        .isTrue();
    return process.exitValue();
  }

  /** All that it and those of its name before it have said. */
  String output() {
    try {
      return Files.readString(log(name).toPath());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
