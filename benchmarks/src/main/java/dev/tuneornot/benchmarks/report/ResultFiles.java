package dev.tuneornot.benchmarks.report;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The report on disk: Markdown, JSON and a plot, side by side. */
public final class ResultFiles {
  private final Path directory;
  private final String name;

  /**
   * @param name of the files, without their extensions
   */
  public ResultFiles(Path directory, String name) {
    this.directory = directory;
    this.name = name;
  }

  public Path directory() {
    return directory;
  }

  /** Replaces what was written before. */
  public void write(Report report) throws IOException {
    Files.createDirectories(directory);
    Files.writeString(directory.resolve(name + ".md"), MarkdownReport.of(report));
    Files.writeString(directory.resolve(name + ".svg"), RatesPlot.of(report));
    new ObjectMapper()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .writeValue(directory.resolve(name + ".json").toFile(), content(report));
  }

  /**
   * What was written last.
   *
   * @return null where nothing was
   */
  public @Nullable Report read() throws IOException {
    Path json = directory.resolve(name + ".json");
    return Files.exists(json)
        ? new ObjectMapper()
            // The table of measures follows from the rest.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .readValue(json.toFile(), Report.class)
        : null;
  }

  private static Map<String, Object> content(Report report) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("options", report.options());
    content.put("measures", Measures.of(report));
    content.put("results", report.results());
    content.put("grown", report.grown());
    content.put("commandLine", report.commandLine());
    content.put("pure", report.pure());
    return content;
  }
}
