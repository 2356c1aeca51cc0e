package dev.tuneornot.portfolio.formats;

import dev.tuneornot.portfolio.formats.ReadingBuilder.Outcome;
import dev.tuneornot.portfolio.prices.Dated;
import dev.tuneornot.portfolio.prices.Dates;
import dev.tuneornot.portfolio.prices.ModelFacts;
import dev.tuneornot.portfolio.prices.Provenance;
import dev.tuneornot.schemas.validation.Violation;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The feed of deprecations.info: an array with a notice a model. */
final class DeprecationsInfo implements FormatReader {

  private static final String SHUTDOWN = "shutdown_date";
  private static final String TUNED = "ft-";

  @Override
  public boolean matches(Content content) {
    Json json = content.json();
    return json != null
        && json.items().stream()
            .anyMatch(
                notice -> notice.get("model_id") != null && notice.names().contains(SHUTDOWN));
  }

  @Override
  public void read(
      Content content, ReadOptions options, Provenance provenance, ReadingBuilder out) {
    for (Json notice : Objects.requireNonNull(content.json()).items()) {
      String id = notice.text("model_id");
      String key = notice.text("provider") + ": " + id;
      out.key(key, notice.line(), notes -> map(id == null ? "" : id.strip(), notice, provenance));
    }
  }

  private static Outcome map(String id, Json notice, Provenance provenance) {
    String named = notice.text("provider");
    if (named == null) {
      return new Outcome.Skip(SkipReason.NO_PROVIDER);
    }
    if (id.isEmpty() || id.chars().anyMatch(Character::isWhitespace)) {
      return new Outcome.Skip(SkipReason.NOT_A_MODEL);
    }
    String text = notice.text(SHUTDOWN);
    if (text == null || text.isBlank()) {
      return new Outcome.Skip(SkipReason.NO_DATE);
    }
    Instant day = Days.start(text);
    if (day == null) {
      throw new NoPriceException(new Violation(SHUTDOWN, text, "a day as 2026-12-31"));
    }
    String provider = Providers.ofDeprecationsInfo(named);
    Dated end = new Dated(day, Dated.Certainty.EXACT, provenance.source());
    boolean tuned = id.startsWith(TUNED);
    String name = tuned ? id.substring(TUNED.length()) : id;
    Dates dates =
        tuned
            ? new Dates(null, null, end, null)
            : new Dates(null, end, null, replacement(provider, notice.get("replacement_models")));
    ModelFacts facts =
        ModelFacts.ofDates(provider + "/" + name, provenance.source(), dates, provenance);
    return new Outcome.Rules(List.of(), List.of(new Rule(provider, name::equals, facts)));
  }

  /** The first that is named. */
  private static @Nullable String replacement(String provider, @Nullable Json models) {
    if (models == null || models.items().isEmpty()) {
      return null;
    }
    return ModelEol.replacement(provider, models.items().get(0).text());
  }
}
