package dev.tuneornot.cli.usage;

import dev.tuneornot.model.Proposal;
import dev.tuneornot.portfolio.ReferenceData;
import java.util.Map;
import java.util.Set;

/** What usage is measured for. */
interface Context {

  /** Those of some ids that there are. */
  Map<String, Proposal> proposals(Set<String> ids);

  /** Prices, policies, and the usage that was sent last. */
  ReferenceData reference();

  /** Whether there are prices, so that verdicts can be told. */
  boolean hasPrices();
}
