package dev.tuneornot.portfolio.importing;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Currencies as cells and headings write them. */
final class Currencies {

  static final String USD = "USD";

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("$", USD),
          Map.entry("us$", USD),
          Map.entry("dollar", USD),
          Map.entry("dollars", USD),
          Map.entry("€", "EUR"),
          Map.entry("euro", "EUR"),
          Map.entry("euros", "EUR"),
          Map.entry("£", "GBP"),
          Map.entry("fr", "CHF"),
          Map.entry("¥", "JPY"));

  private static final Set<String> CODES =
      Set.of(
          "USD", "EUR", "GBP", "CHF", "JPY", "SEK", "NOK", "DKK", "PLN", "CZK", "CAD", "AUD", "INR",
          "CNY", "BRL");

  private Currencies() {}

  /** The code of a currency; empty where the word names none. */
  static String code(String word) {
    String upper = word.strip().toUpperCase(Locale.ROOT);
    if (CODES.contains(upper)) {
      return upper;
    }
    return WORDS.getOrDefault(word.strip().toLowerCase(Locale.ROOT), "");
  }
}
