package dev.tuneornot.portfolio.usage;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Adds up rows by proposal and model, and what belongs to no proposal by what it says. Holds the
 * sums only; of more than {@link #MOST_KEYS} unmapped keys the later ones are summed up together.
 */
public final class UsageSums {

  public static final int MOST_KEYS = 10_000;

  /** Unmapped keys beyond the first ones, together. */
  public static final String OTHER_KEYS = "(other keys)";

  /** What sums are kept apart by. */
  record Group(String proposalId, String provider, String model) {}

  /** What belongs to no proposal. */
  public record Unmapped(String key, TrafficSum sum) {}

  private final KeyMap map;
  private final UsageWindow window;
  private final Map<Group, TrafficSum> mapped = new HashMap<>();
  private final Map<String, TrafficSum> unmapped = new HashMap<>();
  private final Map<UsageRows.Skipped, Long> skipped = new EnumMap<>(UsageRows.Skipped.class);
  private final TrafficSum outside = new TrafficSum();
  private boolean counted;
  private boolean uncounted;

  public UsageSums(KeyMap map, UsageWindow window) {
    this.map = map;
    this.window = window;
  }

  public void add(UsageRow row) {
    if (!window.holds(row)) {
      outside.add(row);
      return;
    }
    window.add(row);
    boolean isUncounted = row.requests() == UsageRow.UNKNOWN;
    uncounted |= isUncounted;
    counted |= !isUncounted;
    Optional<String> proposal = map.proposalOf(row.keys());
    if (proposal.isPresent()) {
      mapped
          .computeIfAbsent(
              new Group(proposal.get(), row.provider(), row.model()), group -> new TrafficSum())
          .add(row);
    } else {
      unmappedSum(map.describe(row.keys())).add(row);
    }
  }

  public void skip(UsageRows.Skipped reason) {
    skipped.merge(reason, 1L, Long::sum);
  }

  public KeyMap map() {
    return map;
  }

  public UsageWindow window() {
    return window;
  }

  /** Rows that are not wholly in the window that was asked for. */
  public TrafficSum outside() {
    return outside;
  }

  /** Numbers of rows that are no traffic of a model. */
  public Map<UsageRows.Skipped, Long> skipped() {
    return skipped;
  }

  /** Whether some rows count their requests and others do not. */
  public boolean isMixed() {
    return counted && uncounted;
  }

  public boolean isUncounted() {
    return uncounted;
  }

  /** The proposals that something belongs to. */
  public Set<String> proposalIds() {
    return mapped.keySet().stream().map(Group::proposalId).collect(Collectors.toSet());
  }

  /** Everything that belongs to a proposal. */
  public TrafficSum mappedTotal() {
    return total(mapped);
  }

  /** Everything that belongs to none. */
  public TrafficSum unmappedTotal() {
    return total(unmapped);
  }

  /** What belongs to no proposal, the most tokens first. */
  public List<Unmapped> unmapped() {
    return unmapped.entrySet().stream()
        .map(each -> new Unmapped(each.getKey(), each.getValue()))
        .sorted(
            Comparator.comparing((Unmapped each) -> each.sum().tokens().total())
                .thenComparing(each -> each.sum().requests())
                .reversed()
                .thenComparing(Unmapped::key))
        .toList();
  }

  Map<Group, TrafficSum> mapped() {
    return mapped;
  }

  private TrafficSum unmappedSum(String key) {
    TrafficSum known = unmapped.get(key);
    if (known != null) {
      return known;
    }
    String kept = unmapped.size() < MOST_KEYS ? key : OTHER_KEYS;
    return unmapped.computeIfAbsent(kept, any -> new TrafficSum());
  }

  private static TrafficSum total(Map<?, TrafficSum> sums) {
    TrafficSum total = new TrafficSum();
    sums.values().forEach(total::add);
    return total;
  }
}
