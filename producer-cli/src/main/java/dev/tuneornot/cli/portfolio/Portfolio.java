package dev.tuneornot.cli.portfolio;

import dev.tuneornot.model.Proposal;
import dev.tuneornot.portfolio.ReferenceData;
import java.util.function.Consumer;

/** A portfolio with the prices, policies and usage that are. */
public interface Portfolio {

  ReferenceData reference();

  /** Hands on each valid proposal once; the others are reported. */
  void forEach(Consumer<Proposal> action);
}
