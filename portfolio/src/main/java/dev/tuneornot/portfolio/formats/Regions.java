package dev.tuneornot.portfolio.formats;

import java.util.regex.Pattern;

/**
 * Names with a region or a kind of deployment in front: {@code us-east-1/...}, {@code eu/...},
 * {@code global-standard/...}, Bedrock's {@code *}{@code /1-month-commitment/...} and {@code
 * us.anthropic...}. They are the same models at the prices of one place.
 */
final class Regions {

  private static final String PLACE = "(?:us-gov|us|eu|apac|ap|ca|sa|me|af|il|mx|jp|au|global)";
  private static final Pattern PREFIX =
      Pattern.compile(
          "(?:\\*|global-standard|(?:"
              + PLACE
              + "(?:-[a-z]+)*-?\\d*))/.*|(?:"
              + PLACE
              + ")\\.[a-z].*");

  private Regions() {}

  static boolean isIn(String name) {
    return PREFIX.matcher(name).matches();
  }
}
