package dev.tuneornot.benchmarks.contender;

import dev.tuneornot.benchmarks.process.StandardInput;
import dev.tuneornot.schemas.TrustedClasses;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;

/** Runs {@link ForeignKeyJoinTopology}. */
final class ForeignKeyJoinMain {
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(20);

  private ForeignKeyJoinMain() {}

  public static void main(String[] arguments) {
    TrustedClasses.install();
    Arguments settings = Arguments.parse(arguments);
    Properties properties = new Properties();
    properties.putAll(settings.all());
    KafkaStreams streams =
        new KafkaStreams(
            new ForeignKeyJoinTopology(settings.registry()).build(properties), properties);
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
