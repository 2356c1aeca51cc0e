package dev.tuneornot.dashboard.projection;

import dev.tuneornot.model.AlternativeEvaluation;
import dev.tuneornot.model.CandidateEvaluation;
import dev.tuneornot.model.Recommendation;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A recommendation on its way into its row.
 *
 * @param avro the whole of it, in Avro's single-object encoding
 */
record RecommendationRow(Recommendation value, ByteBuffer avro) {
  private static final int TITLE_KEY_CHARACTERS = 300;

  int segment() {
    return Segment.of(value.getDecision(), value.getVerdict());
  }

  /** What titles are sorted by and searched in. */
  String titleKey() {
    String key = value.getTitle().toLowerCase(Locale.ROOT);
    return key.codePointCount(0, key.length()) <= TITLE_KEY_CHARACTERS
        ? key
        : key.substring(0, key.offsetByCodePoints(0, TITLE_KEY_CHARACTERS));
  }

  @Nullable String bestProvider() {
    String model = value.getBestModel();
    return model == null ? null : model.substring(0, Math.max(0, model.indexOf('/')));
  }

  /** The models that it depends on. */
  ModelDependants.Models models() {
    return ModelDependants.Models.of(
        value.getCandidates().stream().map(CandidateEvaluation::getModelId).toList(),
        value.getAlternatives().stream().map(AlternativeEvaluation::getModelId).toList(),
        value.getBaselineModel());
  }

  @Nullable Double worstNetBenefit() {
    return value.getWorstCase() == null ? null : value.getWorstCase().getNetBenefit();
  }

  @Nullable Double bestNetBenefit() {
    return value.getBestCase() == null ? null : value.getBestCase().getNetBenefit();
  }

  static String joined(Collection<? extends Enum<?>> symbols) {
    return symbols.stream().map(Enum::name).collect(Collectors.joining(";"));
  }
}
