package dev.tuneornot.confluent;

import java.util.Objects;

/** What lies at the bottom of a failure: clients wrap what is wrong, some of them several times. */
public final class RootCause {

  /** Causes can go in a circle. */
  private static final int DEEPEST = 32;

  private RootCause() {}

  /** The last cause; the failure itself where it has none. */
  public static Throwable of(Throwable failure) {
    Throwable root = failure;
    for (int depth = 0; root.getCause() != null && depth < DEEPEST; depth++) {
      root = root.getCause();
    }
    return root;
  }

  /** What it says, or what it is where it says nothing. */
  public static String message(Throwable failure) {
    Throwable root = of(failure);
    return Objects.requireNonNullElse(root.getMessage(), root.toString());
  }
}
