package dev.tuneornot.schemas.validation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks of the models that a proposal names. */
public final class ModelIds {

  static final String ONCE = "listed once";

  private static final int MOST = 32;

  private ModelIds() {}

  /** Whether it is provider/model, as the id of a model has to be. */
  public static boolean isModelId(@Nullable String text) {
    return Texts.isModelId(text);
  }

  static boolean baseline(Report report, @Nullable String modelId) {
    if (modelId == null || Texts.isModelId(modelId)) {
      return true;
    }
    report.violation("", "baselineModel", modelId, Texts.MODEL_ID);
    return false;
  }

  /** At most 32 models, each once. */
  static boolean check(Report report, String field, List<String> modelIds) {
    return isValid(modelIds) || reported(report, field, modelIds);
  }

  /** The baseline is no alternative to itself. */
  static boolean withoutBaseline(
      Report report, String field, List<String> modelIds, @Nullable String baseline) {
    int index = baseline == null ? -1 : modelIds.indexOf(baseline);
    if (index < 0) {
      return true;
    }
    report.violation("", report.element(field, index), baseline, "another than the baselineModel");
    return false;
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

  private static boolean reported(Report report, String field, List<String> modelIds) {
    if (modelIds.size() > MOST) {
      report.violation("", field, modelIds.size() + " models", "at most " + MOST + " models");
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < modelIds.size(); i++) {
      String modelId = modelIds.get(i);
      if (!Texts.isModelId(modelId)) {
        report.violation("", report.element(field, i), modelId, Texts.MODEL_ID);
      } else if (!seen.add(modelId)) {
        report.violation("", report.element(field, i), modelId, ONCE);
      }
    }
    return false;
  }
}
