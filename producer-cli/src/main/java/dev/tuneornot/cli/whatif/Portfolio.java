package dev.tuneornot.cli.whatif;

import dev.tuneornot.model.Proposal;
import dev.tuneornot.portfolio.ReferenceData;
import java.util.function.Consumer;

/** A portfolio with the prices and policies that are. */
interface Portfolio {

  ReferenceData reference();

  /** Hands on each valid proposal once; the others are reported. */
  void forEach(Consumer<Proposal> action);
}
