package dev.tuneornot.portfolio.formats;

import dev.tuneornot.schemas.validation.Violation;

/** A field that should be a price and is none. */
final class NoPriceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Violation violation;

  NoPriceException(Violation violation) {
    super(violation.toString(), null, false, false);
    this.violation = violation;
  }

  Violation violation() {
    return violation;
  }
}
