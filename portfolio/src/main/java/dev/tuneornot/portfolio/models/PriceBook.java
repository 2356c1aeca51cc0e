package dev.tuneornot.portfolio.models;

import dev.tuneornot.schemas.validation.ModelIds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The models that have a price. Immutable. */
public final class PriceBook {

  private static final int MOST_SIMILAR = 3;

  private final SortedSet<String> modelIds;
  private final Map<String, SortedSet<String>> byFullName = new HashMap<>();
  private final Map<String, SortedSet<String>> byName = new HashMap<>();

  public PriceBook(Collection<String> modelIds) {
    this.modelIds = new TreeSet<>(modelIds);
    for (String modelId : this.modelIds) {
      add(byFullName, ModelNames.full(modelId), modelId);
      add(byName, ModelNames.unversioned(modelId), modelId);
    }
  }

  public boolean isEmpty() {
    return modelIds.isEmpty();
  }

  /** Whether there is a price of exactly this model. */
  public boolean contains(String modelId) {
    return modelIds.contains(modelId);
  }

  /**
   * Looks a model up as somebody wrote it: case, blanks and punctuation do not count, and the
   * provider and the version may be missing. A version that was written counts.
   */
  public Lookup find(String written) {
    String exact = written.strip();
    if (modelIds.contains(exact)) {
      return new Lookup.Exact(exact);
    }
    List<String> found = named(exact);
    return switch (found.size()) {
      case 0 -> new Lookup.None(similar(exact));
      case 1 -> new Lookup.One(found.get(0));
      default -> new Lookup.Several(found);
    };
  }

  /**
   * The one model that somebody means who wrote no id; empty where it is an id, or none or several
   * can be meant. Looks for nothing similar, which takes long.
   */
  Optional<String> meant(String written) {
    if (contains(written) || ModelIds.isModelId(written)) {
      return Optional.empty();
    }
    String exact = written.strip();
    List<String> found = contains(exact) ? List.of(exact) : named(exact);
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private List<String> named(String written) {
    String plain = ModelNames.plain(written);
    Set<String> found = byFullName.getOrDefault(plain, Collections.emptySortedSet());
    return List.copyOf(
        found.isEmpty() ? byName.getOrDefault(plain, Collections.emptySortedSet()) : found);
  }

  private List<String> similar(String written) {
    record Likeness(String modelId, double value) {}
    List<Likeness> found = new ArrayList<>();
    for (String modelId : modelIds) {
      double value = 0;
      for (String name : ModelNames.unversioned(modelId)) {
        for (String wanted : ModelNames.unversioned(written)) {
          value = Math.max(value, likeness(wanted, name));
        }
      }
      if (value >= 0.7) {
        found.add(new Likeness(modelId, value));
      }
    }
    return found.stream()
        .sorted(Comparator.comparingDouble(Likeness::value).reversed())
        .limit(MOST_SIMILAR)
        .map(Likeness::modelId)
        .toList();
  }

  /** 1 for the same, 0 for nothing in common: what of the longer name need not be changed. */
  private static double likeness(String a, String b) {
    int longer = Math.max(a.length(), b.length());
    if (a.length() < 3 || b.length() < 3) {
      return 0;
    }
    int[] previous = new int[b.length() + 1];
    int[] current = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
      }
      int[] swap = previous;
      previous = current;
      current = swap;
    }
    return 1 - previous[b.length()] / (double) longer;
  }

  private static void add(Map<String, SortedSet<String>> names, Set<String> keys, String modelId) {
    for (String key : keys) {
      names.computeIfAbsent(key, name -> new TreeSet<>()).add(modelId);
    }
  }
}
