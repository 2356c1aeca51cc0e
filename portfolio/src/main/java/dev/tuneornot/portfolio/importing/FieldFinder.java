package dev.tuneornot.portfolio.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the field that a heading stands for. */
final class FieldFinder {

  /** Two words of three in common are not enough: "cost of requests a month" is no volume. */
  private static final double SURE = 0.75;

  private static final double WORTH_SAYING = 0.4;

  private record Name(Field field, int rank, Set<String> stems, String important) {}

  private static final Map<String, Name> NAMES = names();

  private FieldFinder() {}

  /** What a heading says of the cells below it. */
  static FieldMatch find(String shown) {
    Optional<Field> exact = Fields.find(shown);
    if (exact.isPresent()) {
      return FieldMatch.sure(exact.get(), FieldMatch.How.PATH, 0);
    }
    Heading heading = Heading.of(shown);
    Name named = NAMES.get(heading.joined());
    if (named == null && !heading.joinedImportant().isEmpty()) {
      named = NAMES.get(heading.joinedImportant());
    }
    if (named != null) {
      return checked(named, FieldMatch.How.HEADING, named.rank, heading);
    }
    return byLikeness(heading);
  }

  /** The need that a word of a list stands for. */
  static Optional<Field> findNeed(String word) {
    FieldMatch match = find(word.contains(".") ? word : "needs." + word);
    if (match.field().isEmpty()) {
      match = find(word);
    }
    return match.field().filter(field -> field.kind() == FieldKind.NEED);
  }

  private static FieldMatch byLikeness(Heading heading) {
    Set<String> stems = heading.stems();
    Name best = null;
    double most = 0;
    double second = 0;
    for (Name name : NAMES.values()) {
      double likeness = likeness(stems, name.stems);
      if (likeness > most) {
        second = best == null || best.field.equals(name.field) ? second : most;
        most = likeness;
        best = name;
      } else if (best != null && !name.field.equals(best.field)) {
        second = Math.max(second, likeness);
      }
    }
    if (best == null || most < WORTH_SAYING) {
      return FieldMatch.NOTHING;
    }
    for (String foreign : best.field.foreign()) {
      if (heading.words().contains(foreign) || stems.contains(Heading.stem(foreign))) {
        return unlike(best.field, foreign);
      }
    }
    return most >= SURE && second < most
        ? checked(best, FieldMatch.How.LIKENESS, (int) (100 * (1 - most)), heading)
        : FieldMatch.unsure(Optional.of(best.field), "");
  }

  /** The share of the words that both have, of all that one of them has. */
  private static double likeness(Set<String> words, Set<String> others) {
    int common = 0;
    for (String word : words) {
      if (others.contains(word) || others.stream().anyMatch(other -> isMistyped(word, other))) {
        common++;
      }
    }
    int all = words.size() + others.size() - common;
    return all == 0 ? 0 : common / (double) all;
  }

  /** Whether two long words differ in one letter, or in one that is missing. */
  private static boolean isMistyped(String word, String other) {
    int shorter = Math.min(word.length(), other.length());
    int longer = Math.max(word.length(), other.length());
    if (shorter < 6 || longer - shorter > 1) {
      return false;
    }
    int start = 0;
    while (start < shorter && word.charAt(start) == other.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && word.charAt(word.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
      end++;
    }
    return longer - start - end <= 1;
  }

  /** A unit that the field cannot have says that the heading means something else. */
  private static FieldMatch checked(Name name, FieldMatch.How how, int rank, Heading heading) {
    Field field = name.field;
    if (!heading.currency().isEmpty() && field.kind() != FieldKind.MONEY) {
      return unlike(field, heading.currency());
    }
    if (heading.percent() && field.kind() != FieldKind.SHARE) {
      return unlike(field, "%");
    }
    return FieldMatch.sure(field, how, rank);
  }

  private static FieldMatch unlike(Field field, String word) {
    return FieldMatch.unsure(
        Optional.empty(), "is like %s, but says \"%s\"".formatted(field.name(), word));
  }

  private static Map<String, Name> names() {
    List<Name> all = new ArrayList<>();
    Map<String, Name> names = new HashMap<>();
    for (Field field : Fields.all()) {
      int rank = 0;
      rank = add(all, names, field, rank, field.name());
      for (String heading : field.headings()) {
        rank = add(all, names, field, rank, heading);
      }
    }
    // What is left of a name without its small words comes second to the names of other fields.
    for (Name name : all) {
      if (!name.important.isEmpty()) {
        names.putIfAbsent(name.important, name);
      }
    }
    return names;
  }

  private static int add(
      List<Name> all, Map<String, Name> names, Field field, int rank, String text) {
    Heading heading = Heading.of(text);
    Name name = new Name(field, rank, heading.stems(), heading.joinedImportant());
    all.add(name);
    names.putIfAbsent(heading.joined(), name);
    return rank + 1;
  }
}
