package dev.tuneornot.cli.recommendations;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tuneornot.cli.output.CsvLayout;
import dev.tuneornot.cli.output.Layout;
import dev.tuneornot.portfolio.explanation.Explanation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An explanation for programs: as JSON the structure that the API sends, as CSV a row a line. */
final class ExplanationLayout {

  private static final ObjectMapper JSON =
      new ObjectMapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

  private ExplanationLayout() {}

  static Layout<Explanation> create() {
    return new Layout<>(
        (explanation, out) -> JSON.writeValue(out, explanation),
        new CsvLayout<>(
            List.of("topic", "rule", "symbol", "label", "text", "mitigation"),
            ExplanationLayout::rows),
        List.of());
  }

  private static List<List<@Nullable String>> rows(Explanation explanation) {
    List<List<@Nullable String>> rows = new ArrayList<>();
    for (Explanation.Section section : explanation.sections()) {
      for (Explanation.Line line : section.lines()) {
        rows.add(
            Arrays.asList(
                section.topic().name(),
                line.rule(),
                line.symbol(),
                line.label(),
                line.text(),
                line.mitigation()));
      }
    }
    return rows;
  }
}
