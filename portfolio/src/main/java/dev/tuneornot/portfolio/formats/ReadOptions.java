package dev.tuneornot.portfolio.formats;

import dev.tuneornot.model.Confidence;
import dev.tuneornot.portfolio.prices.Provenance;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a file does not say itself.
 *
 * @param at now: which of several prices are in force
 * @param observedAt when the file was read
 * @param source what it is called in each record; null: by its format
 * @param confidence how far it is trusted; null: by its format
 * @param provider whose models it lists, where the format does not say; null: by its name
 * @param regions whether the prices of regions are taken
 */
public record ReadOptions(
    Instant at,
    Instant observedAt,
    @Nullable String source,
    @Nullable Confidence confidence,
    @Nullable String provider,
    boolean regions) {

  Provenance provenance(PriceFormat format) {
    return new Provenance(
        source == null ? format.title() : source,
        observedAt,
        confidence == null ? format.confidence() : confidence);
  }
}
