package dev.tuneornot.portfolio.importing;

/**
 * Something about a sheet as a whole that it does not say itself, so that no row of it is read.
 *
 * @param what is not clear, in words
 * @param mend what to do or to give
 */
public record Question(String what, String mend) {

  @Override
  public String toString() {
    return what + "; " + mend;
  }
}
