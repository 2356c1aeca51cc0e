package dev.tuneornot.portfolio.importing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The cells of a column with the same mistake.
 *
 * @param problems at least one, in the order of their rows
 */
public record ProblemGroup(int column, String what, String mend, List<Problem> problems) {

  private static final int PLACES = 3;

  private record Key(int column, String what) {}

  /** By column and kind, the most frequent first. */
  public static List<ProblemGroup> of(List<Problem> problems) {
    Map<Key, List<Problem>> byKind = new LinkedHashMap<>();
    for (Problem problem : problems) {
      byKind
          .computeIfAbsent(new Key(problem.column(), problem.what()), key -> new ArrayList<>())
          .add(problem);
    }
    return byKind.entrySet().stream()
        .map(
            kind ->
                new ProblemGroup(
                    kind.getKey().column,
                    kind.getKey().what,
                    kind.getValue().get(0).mend(),
                    kind.getValue()))
        .sorted(Comparator.comparingInt((ProblemGroup group) -> -group.problems.size()))
        .toList();
  }

  /** The first places, and whether there are more. */
  public String places() {
    List<String> first = problems.stream().limit(PLACES).map(Problem::place).toList();
    return String.join(", ", first) + (problems.size() > PLACES ? ", ..." : "");
  }
}
