package dev.tuneornot.portfolio.whatif;

import dev.tuneornot.model.Verdict;
import dev.tuneornot.portfolio.summary.Dollars;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How the verdicts and savings of a portfolio change. Counts up; not thread-safe. */
public final class PortfolioChange {

  /** A number of proposals whose verdict changes alike. */
  public record Transition(Verdict before, Verdict after, long count) {}

  private final Map<Verdict, Map<Verdict, Long>> counts = new EnumMap<>(Verdict.class);
  private long proposals;
  private BigDecimal savingsBefore = Dollars.ZERO;
  private BigDecimal savingsAfter = Dollars.ZERO;

  void add(Evaluated before, Evaluated after) {
    proposals++;
    counts
        .computeIfAbsent(before.verdict(), verdict -> new EnumMap<>(Verdict.class))
        .merge(after.verdict(), 1L, Long::sum);
    savingsBefore = savingsBefore.add(Dollars.of(before.goSavings()));
    savingsAfter = savingsAfter.add(Dollars.of(after.goSavings()));
  }

  void add(PortfolioChange other) {
    proposals += other.proposals;
    other.counts.forEach(
        (before, row) ->
            row.forEach(
                (after, count) ->
                    counts
                        .computeIfAbsent(before, verdict -> new EnumMap<>(Verdict.class))
                        .merge(after, count, Long::sum)));
    savingsBefore = savingsBefore.add(other.savingsBefore);
    savingsAfter = savingsAfter.add(other.savingsAfter);
  }

  public long proposals() {
    return proposals;
  }

  /** USD a month over the GO ones. */
  public BigDecimal savingsBefore() {
    return savingsBefore;
  }

  /** USD a month over the GO ones. */
  public BigDecimal savingsAfter() {
    return savingsAfter;
  }

  /** Those that change, in the order of the verdicts. */
  public List<Transition> transitions() {
    List<Transition> transitions = new ArrayList<>();
    counts.forEach(
        (before, row) ->
            row.forEach(
                (after, count) -> {
                  if (before != after) {
                    transitions.add(new Transition(before, after, count));
                  }
                }));
    return transitions;
  }

  /** Number of proposals whose verdict changes. */
  public long flips() {
    return transitions().stream().mapToLong(Transition::count).sum();
  }
}
