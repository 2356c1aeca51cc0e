package dev.tuneornot.evaluation.judging;

import dev.tuneornot.model.FindingId;
import dev.tuneornot.model.PriceFinding;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects findings, each id and field once: of the first period that has it. */
final class Findings {
  /** Enough to see what is wrong; a price of thousands of periods has as many. */
  static final int MOST = 100;

  private record Key(FindingId id, String field) {}

  private final Map<Key, PriceFinding> found = new LinkedHashMap<>();

  void add(
      FindingId id,
      String field,
      @Nullable String before,
      @Nullable String after,
      @Nullable String bound) {
    found.putIfAbsent(new Key(id, field), new PriceFinding(id, field, before, after, bound));
  }

  /** In the order of the ids; the first {@value #MOST}. */
  List<PriceFinding> toList() {
    List<PriceFinding> all = new ArrayList<>(found.values());
    all.sort(Comparator.comparing(PriceFinding::getId));
    return List.copyOf(all.subList(0, Math.min(MOST, all.size())));
  }

  /** All digits of a number and no more: {@code 0.15}, {@code 25}, {@code 0.000001}. */
  static @Nullable String text(@Nullable Double number) {
    return number == null
        ? null
        : new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
  }

  static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
