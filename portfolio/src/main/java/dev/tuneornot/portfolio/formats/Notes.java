package dev.tuneornot.portfolio.formats;

import dev.tuneornot.portfolio.prices.Finding;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What is seen beside the prices while a key is mapped; it counts only if the key is. */
final class Notes {

  final Set<Untaken> untaken = EnumSet.noneOf(Untaken.class);
  final Set<String> unknown = new TreeSet<>();
  final List<Finding> findings = new ArrayList<>();

  void untaken(Untaken what) {
    untaken.add(what);
  }

  /** A field that looks like a price, and that this program does not know. */
  void unknown(String field) {
    untaken.add(Untaken.UNKNOWN);
    unknown.add(field);
  }
}
