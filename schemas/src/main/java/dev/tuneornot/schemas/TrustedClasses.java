package dev.tuneornot.schemas;

import dev.tuneornot.model.Proposal;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.avro.util.ClassSecurityValidator.ClassSecurityPredicate;

/**
 * Makes Avro load the generated classes of this contract. Since 1.12.2 Avro loads only classes that
 * are trusted; exactly one package is added to what it trusts already.
 */
public final class TrustedClasses {
  private static final String PACKAGE = Proposal.class.getPackageName();

  private TrustedClasses() {}

  /** To be called by every entry point before it reads Avro. Calling it again changes nothing. */
  public static synchronized void install() {
    ClassSecurityPredicate present = ClassSecurityValidator.getGlobal();
    if (!present.isTrusted(Proposal.class)) {
      ClassSecurityValidator.setGlobal(
          ClassSecurityValidator.composite(
              present, candidate -> candidate.getPackageName().equals(PACKAGE)));
    }
  }
}
