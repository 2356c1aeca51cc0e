package dev.tuneornot.portfolio.usage;

import java.util.Collection;
import java.util.TreeSet;

/** Names in a sentence. */
final class Words {

  private Words() {}

  static String list(Collection<String> names) {
    return String.join(", ", new TreeSet<>(names));
  }

  /** The part of a path before its first dot. */
  static String root(String path) {
    int dot = path.indexOf('.');
    return dot < 0 ? path : path.substring(0, dot);
  }
}
