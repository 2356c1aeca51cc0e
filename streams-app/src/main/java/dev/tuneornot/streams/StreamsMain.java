package dev.tuneornot.streams;

import dev.tuneornot.confluent.program.Program;
import dev.tuneornot.streams.config.StreamsAppConfig;
import dev.tuneornot.streams.runtime.StreamsApp;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Runs the Kafka Streams application until it is told to stop. */
@Command(
    name = "streams-app",
    description = {
      "Turns proposals, prices and policies into recommendations.",
      Program.SETTINGS
          + " Settings of Kafka Streams, its clients and the registry client pass through."
    })
public final class StreamsMain extends Program {

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new StreamsMain()).execute(arguments));
  }

  @Override
  protected ConfigDef definition() {
    return StreamsAppConfig.definition();
  }

  @Override
  protected Running start(Map<String, String> settings) {
    StreamsApp app = new StreamsApp(new StreamsAppConfig(settings));
    app.start();
    return app;
  }
}
