package dev.tuneornot.schemas;

import dev.tuneornot.model.Proposal;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.avro.util.ClassSecurityValidator.ClassSecurityPredicate;

/**
 * Makes Avro load the generated classes of this contract. Since 1.12.2 Avro loads only classes that
 * are trusted; exactly one package is added to what it trusts already, and it stays as strict as it
 * was set up about everything else. Strings, numbers and instants need no mention: Avro trusts the
 * first two by default and never looks up the last by name.
 */
public final class TrustedClasses {
  private static final String PACKAGE = Proposal.class.getPackageName();

  private TrustedClasses() {}

  /** To be called by every entry point before it reads Avro. Calling it again changes nothing. */
  public static synchronized void install() {
    ClassSecurityPredicate present = ClassSecurityValidator.getGlobal();
    if (!(present instanceof WithOurs)) {
      ClassSecurityValidator.setGlobal(new WithOurs(present));
    }
  }

  // Avro's composite() would lose what the present predicate does about a forbidden class.
  private record WithOurs(ClassSecurityPredicate others) implements ClassSecurityPredicate {

    @Override
    public boolean isTrusted(Class<?> candidate) {
      return candidate.getPackageName().equals(PACKAGE) || others.isTrusted(candidate);
    }

    @Override
    public void forbiddenClass(String className) {
      others.forbiddenClass(className);
    }
  }
}
