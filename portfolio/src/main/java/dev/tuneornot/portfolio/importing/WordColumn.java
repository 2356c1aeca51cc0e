package dev.tuneornot.portfolio.importing;

import dev.tuneornot.portfolio.sheet.Cell;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Columns of words that stand for symbols: answers, stages and needs. */
final class WordColumn {

  private static final Map<String, String> ANSWERS =
      words(
          "YES: yes, y, true, ja, j, wahr, oui, o, vrai, x, ✓, ✔, ☑, 1, si",
          "NO: no, n, false, nein, falsch, non, faux, 0, ✗, ✘, ☐",
          "UNKNOWN: unknown, unclear, ?, tbd, open, unbekannt, unklar, offen, weiss nicht, inconnu,"
              + " incertain");

  private static final Map<String, String> STAGES =
      words(
          "LIVE: live, production, in production, prod, deployed, produktiv, produktion,"
              + " in produktion, in betrieb, en production, en service",
          "PROPOSED: proposed, proposal, planned, plan, idea, draft, new, submitted, open,"
              + " vorgeschlagen, vorschlag, geplant, in planung, idee, entwurf, neu, beantragt,"
              + " eingereicht, offen, propose, prevu, idee, brouillon, nouveau, soumis");

  private WordColumn() {}

  static Converted answer(Cell cell) {
    String symbol = ANSWERS.get(plain(cell));
    return symbol == null
        ? Converted.wrong("is no answer", "write yes, no or unknown")
        : Converted.of(symbol);
  }

  static Converted stage(Cell cell) {
    String symbol = STAGES.get(plain(cell));
    return symbol == null
        ? Converted.wrong("is no stage", "write proposed or live, or leave the column out")
        : Converted.of(symbol);
  }

  /** An x, where the column is that of one need. */
  static Converted need(Field field, Cell cell) {
    Converted answer = answer(cell);
    if (answer.isWrong()) {
      return Converted.wrong("is neither x nor empty", "write x where it is needed");
    }
    return answer.text().equals("YES") ? Converted.of(field.need()) : Converted.NOTHING;
  }

  static Converted needs(Cell cell) {
    Set<String> symbols = new LinkedHashSet<>();
    for (String part : cell.shown().split("[;,|/\\n]", -1)) {
      if (part.isBlank()) {
        continue;
      }
      Optional<Field> need = FieldFinder.findNeed(part.strip());
      if (need.isEmpty()) {
        return Converted.wrong(
            "is no list of needs",
            "the needs are "
                + String.join(
                    ", ",
                    Fields.all().stream()
                        .filter(field -> field.kind() == FieldKind.NEED)
                        .map(Field::need)
                        .toList()));
      }
      symbols.add(need.get().need());
    }
    return Converted.of(String.join(";", symbols));
  }

  private static @Nullable String plain(Cell cell) {
    if (cell instanceof Cell.Amount number) {
      return number.value().compareTo(BigDecimal.ONE) == 0
          ? "1"
          : number.value().signum() == 0 ? "0" : null;
    }
    return plain(cell.shown());
  }

  private static String plain(String text) {
    if (text.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
      return text;
    }
    String bare = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
    return bare.toLowerCase(Locale.ROOT).replace("ß", "ss").replaceAll("[.!]+$", "").strip();
  }

  private static Map<String, String> words(String... lines) {
    Map<String, String> symbols = new HashMap<>();
    for (String line : lines) {
      int colon = line.indexOf(':');
      List<String> names = new ArrayList<>(List.of(line.substring(colon + 1).split(",", -1)));
      names.forEach(name -> symbols.put(plain(name.strip()), line.substring(0, colon)));
    }
    return symbols;
  }
}
