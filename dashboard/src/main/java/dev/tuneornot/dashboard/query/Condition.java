package dev.tuneornot.dashboard.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** A condition in SQL and its parameters. Immutable. */
record Condition(String sql, List<Object> parameters) {
  static final Condition TRUE = new Condition("1 = 1", List.of());

  Condition {
    parameters = List.copyOf(parameters);
  }

  static Condition in(String column, Collection<?> values) {
    String marks = String.join(", ", Collections.nCopies(values.size(), "?"));
    return new Condition(column + " in (" + marks + ")", List.copyOf(values));
  }

  /** The same, in a form that no index is used for. */
  Condition withoutIndex() {
    return new Condition("((" + sql + ") is true)", parameters);
  }

  Condition and(Condition other) {
    if (this.equals(TRUE)) {
      return other;
    }
    if (other.equals(TRUE)) {
      return this;
    }
    return new Condition(sql + " and " + other.sql, joined(parameters, other.parameters));
  }

  Condition or(Condition other) {
    return new Condition(
        "(" + sql + " or " + other.sql + ")", joined(parameters, other.parameters));
  }

  static List<Object> joined(Collection<?> first, Collection<?> second) {
    List<Object> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
