package dev.tuneornot.standalone.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The logs of the programs that run as services. */
class LogFormatTest {

  @ParameterizedTest
  @ValueSource(strings = {"streams-app", "dashboard"})
  void shouldWriteALineOfTextByDefault(String module) throws JoranException {
    String line = logged(module, null);

    assertThat(line).contains("WARN ").endsWith("LogFormatTest - 3 \"parked\"" + "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"streams-app", "dashboard"})
  void shouldWriteAnObjectALineAsJson(String module) throws Exception {
    JsonNode line = new ObjectMapper().readTree(logged(module, "json"));

    assertThat(line.get("level").asText()).isEqualTo("WARN");
    assertThat(line.get("loggerName").asText()).isEqualTo(LogFormatTest.class.getName());
    assertThat(line.get("formattedMessage").asText()).isEqualTo("3 \"parked\"");
    assertThat(line.get("timestamp").isNumber()).isTrue();
  }

  private static String logged(String module, @Nullable String format) throws JoranException {
    PrintStream stdout = System.out;
    ByteArrayOutputStream captured = new ByteArrayOutputStream();
    LoggerContext context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    System.setOut(new PrintStream(captured, true, UTF_8));
    try {
      if (format != null) {
        context.putProperty("TUNEORNOT_LOG_FORMAT", format);
      }
      JoranConfigurator configurator = new JoranConfigurator();
      configurator.setContext(context);
      configurator.doConfigure(
          Path.of("..", module, "src", "main", "resources", "logback.xml").toFile());
      context.getLogger(LogFormatTest.class).warn("{} \"parked\"", 3);
    } finally {
      context.stop();
      System.setOut(stdout);
    }
    return captured.toString(UTF_8);
  }
}
