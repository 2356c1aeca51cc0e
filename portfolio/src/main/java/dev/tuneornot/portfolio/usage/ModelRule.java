package dev.tuneornot.portfolio.usage;

import java.util.regex.Pattern;

/**
 * Under which name the measured model of a proposal stands in an export, where that does not follow
 * from its id: of what was tuned for a LIVE one, of the baseline for a PROPOSED one.
 *
 * @param pattern matches the whole name, with or without its provider
 */
public record ModelRule(Pattern pattern, String proposalId) {

  /**
   * A rule as it is written on the command line: {@code REGEX:PROPOSAL}.
   *
   * @throws IllegalArgumentException if it is none, with the reason in words
   */
  public static ModelRule parse(String text) {
    int colon = text.lastIndexOf(':');
    if (colon < 1 || colon == text.length() - 1) {
      throw new IllegalArgumentException("'" + text + "' must be REGEX:PROPOSAL");
    }
    return new ModelRule(KeyRule.compiled(text.substring(0, colon)), text.substring(colon + 1));
  }

  /** A name as it stands, without any expression. */
  static ModelRule ofName(String name, String proposalId) {
    return new ModelRule(Pattern.compile(Pattern.quote(name)), proposalId);
  }

  boolean matches(SeenModel model) {
    return pattern.matcher(model.name()).matches() || pattern.matcher(model.display()).matches();
  }
}
