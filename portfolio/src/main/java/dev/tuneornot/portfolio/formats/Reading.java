package dev.tuneornot.portfolio.formats;

import dev.tuneornot.portfolio.prices.Finding;
import dev.tuneornot.portfolio.prices.ModelFacts;
import dev.tuneornot.portfolio.prices.Provenance;
import dev.tuneornot.schemas.validation.Violation;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * What was read from a file.
 *
 * @param name of the file or the address
 * @param provenance of what it says, where a key says nothing else
 * @param models what it says of each model by its id
 * @param rules what it says of models that it does not name by our ids, such as all that begin so
 * @param skipped the keys that became nothing
 * @param findings where it disagrees with itself, and what is odd in it
 * @param untaken how many of the mapped keys say what is not taken
 * @param unknownFields the names behind {@link Untaken#UNKNOWN}
 * @param keys mapped, tuned and skipped ones together
 * @param mappedKeys that became prices of a model, or dates; several may be of one model
 * @param tunedKeys that became prices of what is tuned from a model
 */
public record Reading(
    String name,
    PriceFormat format,
    Provenance provenance,
    SortedMap<String, ModelFacts> models,
    List<Rule> rules,
    List<Skipped> skipped,
    List<Finding> findings,
    Map<Untaken, Integer> untaken,
    SortedSet<String> unknownFields,
    int keys,
    int mappedKeys,
    int tunedKeys) {

  /**
   * A key that became nothing.
   *
   * @param violations what is wrong with it; empty where nothing is
   */
  public record Skipped(String key, long line, SkipReason reason, List<Violation> violations) {}

  /** Whether it says anything of any model. */
  public boolean saysAnything() {
    return !models.isEmpty() || !rules.isEmpty();
  }

  /** Whether it is about prices, and not about dates alone. */
  public boolean isOfPrices() {
    return models.values().stream().anyMatch(ModelFacts::statesPrices);
  }
}
