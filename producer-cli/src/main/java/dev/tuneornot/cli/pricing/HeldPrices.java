package dev.tuneornot.cli.pricing;

import dev.tuneornot.portfolio.catalogue.Held;
import dev.tuneornot.portfolio.catalogue.Plan;

/** Where the prices are that an import changes. */
interface HeldPrices {

  /** As they are now. */
  Held read();

  /**
   * Sends what is new, changed or refreshed.
   *
   * @return how many records
   */
  long send(Plan plan);
}
