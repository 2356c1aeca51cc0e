package dev.tuneornot.cli.pricing;

import dev.tuneornot.portfolio.catalogue.Plan;
import dev.tuneornot.portfolio.catalogue.Stored;

/** Where the prices are that an import changes. */
interface StoredPrices {

  /** As they are now. */
  Stored read();

  /**
   * Sends what is new, changed or refreshed.
   *
   * @return how many records
   */
  long send(Plan plan);
}
