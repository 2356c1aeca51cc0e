package dev.tuneornot.evaluation;

import dev.tuneornot.model.Policy;
import dev.tuneornot.schemas.RecordType;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which policy applies. */
public final class Policies {
  private static final Policy BUILTIN = Policy.newBuilder().build();

  private Policies() {}

  /** The policy of all defaults, version "builtin". One shared instance: not to be modified. */
  public static Policy builtin() {
    return BUILTIN;
  }

  /**
   * The portfolio's own policy, else the one for every portfolio, else the builtin one.
   *
   * @param find the policy of a key, null where there is none
   */
  public static Policy inForce(String portfolio, Function<String, @Nullable Policy> find) {
    Policy own = find.apply(portfolio);
    if (own != null) {
      return own;
    }
    Policy common = find.apply(RecordType.EVERY_PORTFOLIO);
    return common != null ? common : BUILTIN;
  }
}
