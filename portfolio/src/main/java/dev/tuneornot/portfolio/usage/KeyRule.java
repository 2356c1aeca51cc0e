package dev.tuneornot.portfolio.usage;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Rows whose field matches belong to a proposal. Remembers what values led to: there are far fewer
 * of them than rows.
 */
public final class KeyRule {

  private static final int REMEMBERED = 10_000;

  private final String field;
  private final Pattern pattern;
  private final String proposal;
  private final Map<String, Optional<String>> known = new HashMap<>();

  private KeyRule(String field, Pattern pattern, String proposal) {
    this.field = field;
    this.pattern = pattern;
    this.proposal = proposal;
  }

  /**
   * A rule as it is written on the command line: {@code FIELD=REGEX:PROPOSAL}. The expression has
   * to match the whole value; {@code $1} in the proposal is its first group.
   *
   * @throws IllegalArgumentException if it is none, with the reason in words
   */
  public static KeyRule parse(String text) {
    int equals = text.indexOf('=');
    int colon = text.lastIndexOf(':');
    if (equals < 1 || colon < equals + 2 || colon == text.length() - 1) {
      throw new IllegalArgumentException("'" + text + "' must be FIELD=REGEX:PROPOSAL");
    }
    return new KeyRule(
        text.substring(0, equals).strip(),
        compiled(text.substring(equals + 1, colon)),
        text.substring(colon + 1));
  }

  public String field() {
    return field;
  }

  /** The proposal that a value leads to. */
  Optional<String> proposalOf(String value) {
    Optional<String> before = known.get(value);
    if (before != null) {
      return before;
    }
    Optional<String> found = evaluated(value);
    if (known.size() < REMEMBERED) {
      known.put(value, found);
    }
    return found;
  }

  private Optional<String> evaluated(String value) {
    Matcher matcher = pattern.matcher(value);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String id = proposal;
    for (int group = matcher.groupCount(); group > 0; group--) {
      String text = matcher.group(group);
      id = id.replace("$" + group, text == null ? "" : text);
    }
    return id.isEmpty() ? Optional.empty() : Optional.of(id);
  }

  static Pattern compiled(String expression) {
    try {
      return Pattern.compile(expression);
    } catch (PatternSyntaxException wrong) {
      throw new IllegalArgumentException(
          "'" + expression + "' must be a regular expression: " + wrong.getDescription(), wrong);
    }
  }
}
