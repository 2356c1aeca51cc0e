package dev.tuneornot.confluent.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramSettingsTest {
  private static final ConfigDef DEFINITION =
      new ConfigDef()
          .define(
              "ours.port",
              ConfigDef.Type.INT,
              80,
              ConfigDef.Range.between(0, 65_535),
              ConfigDef.Importance.LOW,
              "");

  @Test
  void shouldTellItsOwnFromWhatPassesThrough() {
    ProgramSettings settings = settings(Map.of("ours.port", "81", "bootstrap.servers", "a:1"));

    assertThat(settings.getInt("ours.port")).isEqualTo(81);
    assertThat(settings.passedThrough()).containsExactly(entry("bootstrap.servers", "a:1"));
  }

  @Test
  void shouldNameASettingThatItDoesNotKnowAndThoseThatItKnows() {
    assertThatThrownBy(() -> settings(Map.of("ours.prot", "81")))
        .isInstanceOf(ConfigException.class)
        .hasMessage("Unknown settings [ours.prot]; known are [ours.port]");
  }

  @Test
  void shouldRefuseAValueOutOfItsRange() {
    assertThatThrownBy(() -> settings(Map.of("ours.port", "65536")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("ours.port")
        .hasMessageContaining("65536");
  }

  @Test
  void shouldReadAFileOfProperties(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("p"), "# note\nours.port=82\nname = ü\n");

    assertThat(PropertiesFile.read(file))
        .containsOnly(entry("ours.port", "82"), entry("name", "ü"));
  }

  @Test
  void shouldRefuseWhatIsNoFileOfProperties(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("p"), "key=\\u12\n");

    assertThatThrownBy(() -> PropertiesFile.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("uxxxx");
  }

  private static ProgramSettings settings(Map<String, String> settings) {
    return ProgramSettings.of(DEFINITION, "ours.", settings);
  }
}
