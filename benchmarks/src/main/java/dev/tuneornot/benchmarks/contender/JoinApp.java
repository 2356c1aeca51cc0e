package dev.tuneornot.benchmarks.contender;

import dev.tuneornot.benchmarks.process.StandardInput;
import dev.tuneornot.schemas.TrustedClasses;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.function.BiFunction;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;

/** Runs a topology of joins until the end of standard input. */
final class JoinApp {
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(20);

  private JoinApp() {}

  /**
   * @param topology makes it of the registry's settings and all
   */
  static void run(
      String[] arguments, BiFunction<Map<String, Object>, Properties, Topology> topology) {
    TrustedClasses.install();
    Arguments settings = Arguments.parse(arguments);
    Properties properties = new Properties();
    properties.putAll(settings.all());
    KafkaStreams streams =
        new KafkaStreams(topology.apply(settings.registry(), properties), properties);
    streams.setUncaughtExceptionHandler(
        failure -> {
          failure.printStackTrace();
          return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
    Runtime.getRuntime().addShutdownHook(new Thread(() -> streams.close(CLOSE_TIMEOUT)));
    streams.start();
    StandardInput.exitAtEnd();
  }
}
