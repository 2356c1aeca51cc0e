package dev.tuneornot.portfolio.models;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The ways to write a model, all but the letters and digits left out. */
final class ModelNames {

  /** What stands behind a name for its version: a date, Bedrock's v1:0, "latest". */
  private static final Pattern VERSION =
      Pattern.compile(
          "([-_@. ](20\\d{2}-?\\d{2}-?\\d{2}|\\d{2}-20\\d{2}|v\\d+:\\d+|latest|preview))+$");

  /** Bedrock's vendor before the name, with a region before it: us.anthropic.claude. */
  private static final Pattern VENDORS = Pattern.compile("^([a-z][a-z0-9]*\\.)+(?=[a-z])");

  private ModelNames() {}

  /** Such as {@code gpt4omini} for {@code GPT-4o mini}. */
  static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /** The names of a model with its version, its provider there or not. */
  static Set<String> full(String modelId) {
    Set<String> names = new LinkedHashSet<>();
    String lower = modelId.toLowerCase(Locale.ROOT);
    names.add(plain(lower));
    for (String name : withoutProvider(lower)) {
      names.add(plain(name));
    }
    return names;
  }

  /** Those without the version. */
  static Set<String> unversioned(String modelId) {
    Set<String> names = new LinkedHashSet<>();
    String lower = modelId.toLowerCase(Locale.ROOT);
    names.add(plain(withoutVersion(lower)));
    for (String name : withoutProvider(lower)) {
      names.add(plain(withoutVersion(name)));
    }
    return names;
  }

  private static Set<String> withoutProvider(String lower) {
    Set<String> names = new LinkedHashSet<>();
    String rest = lower;
    for (int slash = rest.indexOf('/'); slash >= 0; slash = rest.indexOf('/')) {
      rest = rest.substring(slash + 1);
      names.add(rest);
    }
    names.add(VENDORS.matcher(rest).replaceFirst(""));
    return names;
  }

  private static String withoutVersion(String name) {
    return VERSION.matcher(name).replaceFirst("");
  }
}
