package dev.tuneornot.standalone.registry;

/** What may be a subject. */
final class SubjectName {

  private static final int MAX_LENGTH = 512;

  private SubjectName() {}

  /**
   * @throws RegistryException 42208 if it may not
   */
  static String check(String subject) {
    if (subject.length() > MAX_LENGTH) {
      throw RegistryException.invalidSubject("must be at most " + MAX_LENGTH + " characters");
    }
    if (subject.chars().anyMatch(Character::isISOControl)) {
      throw RegistryException.invalidSubject("must not contain control characters");
    }
    if (subject.startsWith(":.")) {
      throw RegistryException.invalidSubject("contexts are not supported by this registry");
    }
    return subject;
  }
}
