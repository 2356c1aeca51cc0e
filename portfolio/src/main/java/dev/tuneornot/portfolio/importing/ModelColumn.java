package dev.tuneornot.portfolio.importing;

import dev.tuneornot.portfolio.models.Lookup;
import dev.tuneornot.portfolio.models.PriceBook;
import dev.tuneornot.portfolio.sheet.Cell;
import dev.tuneornot.schemas.validation.ModelIds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Looks models up, and remembers what it found. One for all columns of a sheet. */
final class ModelColumn {

  private final @Nullable PriceBook book;
  private final Map<String, String> given = new TreeMap<>();
  private final Map<String, String> taken = new TreeMap<>();
  private final Map<String, Integer> unpriced = new TreeMap<>();
  private final Map<String, Lookup> lookups = new HashMap<>();

  /**
   * @param book null where there is none to look a model up in
   * @param given ids by what the sheet calls them
   */
  ModelColumn(@Nullable PriceBook book, Map<String, String> given) {
    this.book = book;
    given.forEach((written, id) -> this.given.put(written.toLowerCase(Locale.ROOT), id));
  }

  /** Ids by what the sheet calls them, where it is another name. */
  Map<String, String> taken() {
    return taken;
  }

  /** Ids that have no price, with the number of cells that have them. */
  Map<String, Integer> unpriced() {
    return unpriced;
  }

  Converted model(Cell cell) {
    return find(cell.shown());
  }

  Converted models(Cell cell) {
    List<String> ids = new ArrayList<>();
    for (String part : cell.shown().split("[;,\\n]", -1)) {
      if (part.isBlank()) {
        continue;
      }
      Converted model = find(part.strip());
      if (model.isWrong()) {
        return model;
      }
      ids.add(model.text());
    }
    return Converted.of(String.join(";", ids));
  }

  private Converted find(String written) {
    String chosen = given.get(written.toLowerCase(Locale.ROOT));
    if (chosen != null) {
      taken.put(written, chosen);
      return priced(chosen);
    }
    if (book == null) {
      return ModelIds.isModelId(written)
          ? Converted.of(written)
          : Converted.wrong(
              "\"%s\" is no id of a model".formatted(written),
              "write provider/model, or have it looked up: --pricing FILE");
    }
    Lookup found = lookups.computeIfAbsent(written, book::find);
    if (found instanceof Lookup.Exact exact) {
      return Converted.of(exact.modelId());
    }
    // A well-formed id says what is meant: its price may come later.
    if (ModelIds.isModelId(written)) {
      return priced(written);
    }
    if (found instanceof Lookup.One one) {
      taken.put(written, one.modelId());
      return Converted.of(one.modelId());
    }
    if (found instanceof Lookup.Several several) {
      return Converted.wrong(
          "\"%s\" can be several models".formatted(written),
          "say which one: " + choices(written, several.modelIds()));
    }
    List<String> similar = ((Lookup.None) found).similar();
    return Converted.wrong(
        "there is no price of \"%s\"".formatted(written),
        similar.isEmpty()
            ? "say which model it is: --model '%s=PROVIDER/MODEL'".formatted(written)
            : "is it one of these? " + choices(written, similar));
  }

  private Converted priced(String modelId) {
    if (book != null && !book.contains(modelId)) {
      unpriced.merge(modelId, 1, Integer::sum);
    }
    return Converted.of(modelId);
  }

  /** What is like a model without a price. */
  String similar(String modelId) {
    Lookup found = book == null ? new Lookup.None(List.of()) : book.find(modelId);
    List<String> ids = List.of();
    if (found instanceof Lookup.One one) {
      ids = List.of(one.modelId());
    } else if (found instanceof Lookup.Several several) {
      ids = several.modelIds();
    } else if (found instanceof Lookup.None none) {
      ids = none.similar();
    }
    return ids.isEmpty() ? "" : "; similar: " + String.join(", ", ids);
  }

  private static String choices(String written, List<String> modelIds) {
    return String.join(
        " or ", modelIds.stream().map(id -> "--model '%s=%s'".formatted(written, id)).toList());
  }
}
