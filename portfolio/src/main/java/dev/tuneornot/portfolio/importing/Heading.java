package dev.tuneornot.portfolio.importing;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A heading taken apart: its words, and what it says of the unit of the numbers below it.
 *
 * @param words without case, accents, endings and units
 * @param scale by which the numbers are to be multiplied: 1000 below {@code Anfragen (Tsd.)}
 * @param currency code of the currency; empty where none is named
 * @param percent whether the numbers are percentages
 */
record Heading(List<String> words, BigDecimal scale, String currency, boolean percent) {

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}%€$£]+");
  private static final Pattern CAMEL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
  private static final Pattern IN_K = Pattern.compile("[(\\[]\\s*(in\\s+)?k\\s*[)\\]]");

  private static final Set<String> THOUSANDS =
      Set.of("tsd", "tausend", "thousand", "thousands", "milliers");
  private static final Set<String> MILLIONS =
      Set.of("mio", "million", "millions", "millionen", "mn");
  private static final Set<String> PERCENT = Set.of("%", "prozent", "percent", "pct", "pourcent");

  private static final Set<String> UNIMPORTANT =
      Set.of(
          "the",
          "a",
          "of",
          "for",
          "per",
          "by",
          "in",
          "to",
          "and",
          "at",
          "on",
          "is",
          "pro",
          "je",
          "der",
          "die",
          "das",
          "den",
          "des",
          "dem",
          "im",
          "am",
          "von",
          "und",
          "zu",
          "zum",
          "zur",
          "par",
          "de",
          "du",
          "la",
          "le",
          "les",
          "l",
          "d",
          "en",
          "et",
          "au",
          "average",
          "avg",
          "durchschnitt",
          "durchschnittlich",
          "durchschnittliche",
          "mittel",
          "moyenne",
          "ø",
          "number",
          "anzahl",
          "nombre",
          "ca",
          "circa",
          "approx",
          "expected",
          "erwartete",
          "geschaetzt",
          "geschaetzte",
          "estimated");

  static Heading of(String shown) {
    BigDecimal scale = BigDecimal.ONE;
    String currency = "";
    boolean percent = false;
    String text = shown;
    Matcher inThousands = IN_K.matcher(text.toLowerCase(Locale.ROOT));
    if (inThousands.find()) {
      scale = BigDecimal.valueOf(1_000);
      text = text.substring(0, inThousands.start()) + " " + text.substring(inThousands.end());
    }
    List<String> words = new ArrayList<>();
    for (String word : plain(text)) {
      String named = Currencies.code(word);
      if (!named.isEmpty()) {
        currency = named;
      } else if (THOUSANDS.contains(word)) {
        scale = BigDecimal.valueOf(1_000);
      } else if (MILLIONS.contains(word)) {
        scale = BigDecimal.valueOf(1_000_000);
      } else if (PERCENT.contains(word)) {
        percent = true;
      } else {
        words.add(word);
      }
    }
    return new Heading(List.copyOf(words), scale, currency, percent);
  }

  /** All words in one, their endings off: {@code Eingabe-Token} is {@code Eingabetokens}. */
  String joined() {
    return joined(words);
  }

  /** Likewise, without the words that say nothing. */
  String joinedImportant() {
    return joined(words.stream().filter(word -> !UNIMPORTANT.contains(word)).toList());
  }

  /** The words that say something, their endings off. */
  Set<String> stems() {
    Set<String> stems = new LinkedHashSet<>();
    for (String word : words) {
      if (!UNIMPORTANT.contains(word)) {
        stems.add(stem(word));
      }
    }
    return stems;
  }

  private static String joined(List<String> words) {
    StringBuilder joined = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      joined.append(i == words.size() - 1 ? stem(words.get(i)) : words.get(i));
    }
    return joined.toString();
  }

  private static List<String> plain(String text) {
    String split = CAMEL.matcher(text).replaceAll(" ").toLowerCase(Locale.ROOT);
    String folded = split;
    for (Map.Entry<String, String> umlaut :
        Map.of("ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss").entrySet()) {
      folded = folded.replace(umlaut.getKey(), umlaut.getValue());
    }
    String bare = Normalizer.normalize(folded, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
    List<String> words = new ArrayList<>();
    for (String word : NO_WORD.split(bare.replaceAll("([%€$£])", " $1 "), -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  /** Without the endings of a plural: requests, Anfragen, Modelle, requêtes. */
  static String stem(String word) {
    String stem = word;
    while (stem.length() > 4 && "sen".indexOf(stem.charAt(stem.length() - 1)) >= 0) {
      stem = stem.substring(0, stem.length() - 1);
    }
    return stem;
  }
}
