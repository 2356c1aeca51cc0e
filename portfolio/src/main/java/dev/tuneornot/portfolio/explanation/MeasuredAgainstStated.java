package dev.tuneornot.portfolio.explanation;

import dev.tuneornot.model.EffectiveWorkload;
import dev.tuneornot.model.Workload;
import dev.tuneornot.portfolio.figures.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** In what the measured workload is another than the stated one. */
final class MeasuredAgainstStated {

  private MeasuredAgainstStated() {}

  static String sentence(EffectiveWorkload measured, Workload stated, Figures figures) {
    List<String> parts = new ArrayList<>();
    long requests = stated.getRequestsPerMonth();
    if (measured.getRequestsPerMonth() != requests) {
      parts.add(requests(measured.getRequestsPerMonth(), requests, figures));
    }
    add(parts, "prompt", measured.getPromptTokens(), stated.getPromptTokens(), figures);
    add(parts, "output", measured.getOutputTokens(), stated.getOutputTokens(), figures);
    add(
        parts,
        "tuned output",
        measured.getTunedOutputTokens(),
        stated.getTunedOutputTokens(),
        figures);
    return parts.isEmpty() ? "the same." : String.join(", ", parts) + ".";
  }

  private static String requests(long measured, long stated, Figures figures) {
    String share =
        stated == 0 ? "" : " (%s)".formatted(figures.percent((double) measured / stated));
    return "%s requests a month instead of %s%s"
        .formatted(figures.count(measured), figures.count(stated), share);
  }

  private static void add(
      List<String> parts,
      String which,
      @Nullable Integer measured,
      @Nullable Integer stated,
      Figures figures) {
    if (measured != null && stated != null && !Objects.equals(measured, stated)) {
      parts.add(
          "%s %s tokens instead of %s"
              .formatted(
                  figures.count(measured.longValue()), which, figures.count(stated.longValue())));
    }
  }
}
