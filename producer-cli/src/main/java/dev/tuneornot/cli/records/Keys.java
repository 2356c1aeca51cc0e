package dev.tuneornot.cli.records;

import java.util.LinkedHashSet;
import java.util.Set;
import picocli.CommandLine.Parameters;

/** The keys of records that are to be deleted. */
public final class Keys {

  @Parameters(
      arity = "1..*",
      paramLabel = "KEY",
      description = "The id; of a policy, its portfolio or *.")
  private Set<String> keys = new LinkedHashSet<>();

  /** Each once, in the order given. */
  public Set<String> all() {
    return keys;
  }
}
