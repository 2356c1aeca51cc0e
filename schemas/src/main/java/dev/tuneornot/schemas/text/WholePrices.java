package dev.tuneornot.schemas.text;

import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.schemas.RecordType;
import dev.tuneornot.schemas.json.Entry;
import dev.tuneornot.schemas.validation.Violation;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Hands out no price of a model whose rows stand apart: the first of its groups alone would be half
 * of its history. That shows at the end of the file only, so all are read before the first is out.
 */
final class WholePrices implements Iterator<Entry<ModelPricing>> {

  private final PricingGroups groups;
  private @Nullable Iterator<Entry<ModelPricing>> entries;
  private @Nullable RuntimeException failure;

  WholePrices(PricingGroups groups) {
    this.groups = groups;
  }

  @Override
  public boolean hasNext() {
    if (entries == null) {
      entries = readAll().iterator();
    }
    if (entries.hasNext()) {
      return true;
    }
    if (failure != null) {
      throw failure;
    }
    return false;
  }

  @Override
  public Entry<ModelPricing> next() {
    if (!hasNext() || entries == null) {
      throw new NoSuchElementException();
    }
    return whole(entries.next());
  }

  /** What goes wrong is thrown once everything before it has been handed out. */
  private List<Entry<ModelPricing>> readAll() {
    List<Entry<ModelPricing>> all = new ArrayList<>();
    try {
      groups.forEachRemaining(all::add);
    } catch (RuntimeException broken) {
      failure = broken;
    }
    return all;
  }

  private Entry<ModelPricing> whole(Entry<ModelPricing> entry) {
    if (!(entry instanceof Entry.Accepted<ModelPricing> accepted)
        || !groups.standsApart(accepted.value().getModelId())) {
      return entry;
    }
    String modelId = accepted.value().getModelId();
    Violation apart =
        new Violation(
            RecordType.MODEL_PRICING.keyField(),
            modelId,
            "in rows that stand together: more follow further down");
    return new Entry.Refused<>(accepted.line(), Violation.displayed(modelId), List.of(apart));
  }
}
