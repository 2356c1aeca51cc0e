package dev.tuneornot.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFilesTest {
  @TempDir private Path directory;
  private ResultFiles files = new ResultFiles(Path.of(""), "");

  @BeforeEach
  void create() {
    files = new ResultFiles(directory.resolve("results"), "benchmark-1000");
  }

  @Test
  void shouldWriteMarkdownJsonAndAPlot() throws IOException {
    files.write(Samples.report());

    assertThat(directory.resolve("results/benchmark-1000.md")).content().contains("ours ÷ limit");
    assertThat(directory.resolve("results/benchmark-1000.svg")).content().startsWith("<svg");
    JsonNode json =
        new ObjectMapper().readTree(directory.resolve("results/benchmark-1000.json").toFile());
    JsonNode load = json.get("measures").get(0);
    assertThat(load.get("number").asText()).isEqualTo("1");
    assertThat(load.get("target").get("floor").asDouble()).isEqualTo(0.35);
    assertThat(load.get("spread").get("median").asDouble()).isEqualTo(0.65);
    assertThat(load.get("verdict").asText()).isEqualTo("goal met");
    assertThat(json.get("results")).hasSize(4);
  }

  @Test
  void shouldReadWhatItHasWritten() throws IOException {
    files.write(Samples.report());

    assertThat(files.read()).isEqualTo(Samples.report());
  }

  @Test
  void shouldReadNothingWhereNothingWasWritten() throws IOException {
    assertThat(files.read()).isNull();
  }
}
