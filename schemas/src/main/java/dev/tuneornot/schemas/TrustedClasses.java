package dev.tuneornot.schemas;

import dev.tuneornot.model.Proposal;
import dev.tuneornot.schemas.convert.RecordLimits;
import java.util.Map;
import org.apache.avro.SystemLimitException;
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

  /**
   * What Avro itself takes the word of its input for, and allocates, before it sees that the input
   * ends: its own defaults are 2 GiB. Bytes, and elements of a list.
   */
  private static final Map<String, Integer> LIMITS =
      Map.of(
          SystemLimitException.MAX_STRING_LENGTH_PROPERTY, RecordLimits.BYTES,
          SystemLimitException.MAX_BYTES_LENGTH_PROPERTY, RecordLimits.BYTES,
          SystemLimitException.MAX_COLLECTION_LENGTH_PROPERTY, RecordLimits.ELEMENTS);

  private TrustedClasses() {}

  /**
   * To be called by every entry point before it reads Avro; also sets size limits. Calling it again
   * changes nothing.
   */
  public static synchronized void install() {
    // Read by Avro once, when it first decodes; an operator's own limits stay.
    LIMITS.forEach(
        (property, limit) -> {
          if (System.getProperty(property) == null) {
            System.setProperty(property, Integer.toString(limit));
          }
        });
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
