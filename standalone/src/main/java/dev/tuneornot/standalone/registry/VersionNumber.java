package dev.tuneornot.standalone.registry;

/** A version as it stands in a path: a number from 1, {@code latest} or -1. */
final class VersionNumber {

  private VersionNumber() {}

  /**
   * The number, {@link Subjects#LATEST} for the latest.
   *
   * @throws RegistryException 42202 if it is none
   */
  static int parse(String text) {
    if (text.equals("latest")) {
      return Subjects.LATEST;
    }
    try {
      int version = Integer.parseInt(text);
      if (version >= 1 || version == Subjects.LATEST) {
        return version;
      }
    } catch (NumberFormatException e) {
      throw RegistryException.invalidVersion(text);
    }
    throw RegistryException.invalidVersion(text);
  }
}
