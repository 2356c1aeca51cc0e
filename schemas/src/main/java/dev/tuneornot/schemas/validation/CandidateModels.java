package dev.tuneornot.schemas.validation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks of the models that a proposal names. */
final class CandidateModels {

  static final String ONCE = "listed once";

  private static final int MOST = 32;
  private static final String FIELD = "candidateModels";

  private CandidateModels() {}

  static boolean baseline(Report report, @Nullable String modelId) {
    if (modelId == null || Texts.isModelId(modelId)) {
      return true;
    }
    report.violation("", "baselineModel", modelId, Texts.MODEL_ID);
    return false;
  }

  static boolean check(Report report, List<String> modelIds) {
    return isValid(modelIds) || reported(report, modelIds);
  }

  // Comparing all pairs of so few is faster than a set, and allocates nothing.
  private static boolean isValid(List<String> modelIds) {
    if (modelIds.size() > MOST) {
      return false;
    }
    for (int i = 0; i < modelIds.size(); i++) {
      String modelId = modelIds.get(i);
      if (!Texts.isModelId(modelId)) {
        return false;
      }
      for (int j = 0; j < i; j++) {
        if (modelId.equals(modelIds.get(j))) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean reported(Report report, List<String> modelIds) {
    if (modelIds.size() > MOST) {
      report.violation("", FIELD, modelIds.size() + " models", "at most " + MOST + " models");
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < modelIds.size(); i++) {
      String modelId = modelIds.get(i);
      if (!Texts.isModelId(modelId)) {
        report.violation("", report.element(FIELD, i), modelId, Texts.MODEL_ID);
      } else if (!seen.add(modelId)) {
        report.violation("", report.element(FIELD, i), modelId, ONCE);
      }
    }
    return false;
  }
}
