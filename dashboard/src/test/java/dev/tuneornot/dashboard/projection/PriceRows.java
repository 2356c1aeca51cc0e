package dev.tuneornot.dashboard.projection;

import static dev.tuneornot.dashboard.projection.Recommended.batch;
import static dev.tuneornot.dashboard.projection.Recommended.tune;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.dashboard.query.PriceInForce;
import dev.tuneornot.dashboard.query.Prices;
import dev.tuneornot.dashboard.query.Reviews;
import dev.tuneornot.dashboard.query.Upcoming;
import dev.tuneornot.model.FindingId;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.PriceFinding;
import dev.tuneornot.model.PriceReview;
import dev.tuneornot.model.Verdict;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What holds of the tables {@code prices}, {@code price_periods} and {@code price_reviews}. */
abstract class PriceRows {
  abstract Stored stored();

  @Test
  void shouldFindWhatComesUpAmongAllModelsByWhatItConcerns() throws SQLException {
    Instant soon = Recommended.AT.plus(Duration.ofDays(30));
    Instant later = Recommended.AT.plus(Duration.ofDays(60));
    Batch batch = batch(tune("a", Verdict.GO, 1), tune("b", Verdict.GO, 1));
    for (int i = 0; i < 600; i++) {
      String model = "acme/model-" + i;
      batch.prices().put(model, Recommended.priced(model, soon, later));
    }
    batch.prices().put("openai/gpt-4o", Recommended.priced("openai/gpt-4o", later, null));
    stored().write(batch);
    Upcoming upcoming = new Upcoming(stored().database());

    Upcoming.Dates concerning = upcoming.between(Recommended.AT, Instant.MAX, 1, 10, 0);
    Upcoming.Dates last = upcoming.between(Recommended.AT, Instant.MAX, 0, 10, 1_195);

    assertThat(concerning)
        .isEqualTo(
            new Upcoming.Dates(
                1,
                1_200,
                List.of(
                    new Upcoming.Date(
                        later, Upcoming.Kind.NEW_PRICE, "openai/gpt-4o", 2, 2, 0, 0))));
    assertThat(last.total()).isEqualTo(1_201);
    assertThat(last.items()).hasSize(6);
    assertThat(upcoming.between(Recommended.AT, later, 1, 10, 0).items()).isEmpty();
    assertThat(upcoming.between(later, Instant.MAX, 1, 10, 0).items()).isEmpty();
  }

  @Test
  void shouldGiveThePricesOfSomeModels() throws SQLException {
    Batch batch = new Batch();
    for (String model : List.of("acme/a", "acme/b", "other/a")) {
      batch.prices().put(model, Recommended.priced(model, Recommended.AT.plusSeconds(9), null));
    }
    stored().write(batch);
    Prices prices = new Prices(stored().database());

    assertThat(models(prices, "", List.of("other/a", "acme/a", "none/x")))
        .containsExactly("acme/a", "other/a");
    assertThat(models(prices, "ACME", List.of("other/a", "acme/a"))).containsExactly("acme/a");
    assertThat(models(prices, "", List.of())).hasSize(3);
  }

  @Test
  void shouldTakeThePriceInForceOfAReviewForWhatIsHeld() throws SQLException {
    Instant soon = Recommended.AT.plusSeconds(9);
    Instant later = Recommended.AT.plusSeconds(99);
    ModelPricing inForce = Recommended.priced("acme/a", soon, null);
    ModelPricing held = Recommended.priced("acme/a", later, later);
    held.setSource("held");
    ModelPricing first = Recommended.priced("acme/new", later, null);
    Batch batch = new Batch();
    batch.prices().put("acme/a", held);
    batch.prices().put("acme/new", first);
    batch.reviews().put("acme/a", review(held, inForce));
    batch.reviews().put("acme/new", review(first, null));
    stored().write(batch);
    Prices prices = new Prices(stored().database());
    Upcoming upcoming = new Upcoming(stored().database());
    Reviews reviews = new Reviews(stored().database());

    assertThat(prices.of("acme/a")).contains(inForce);
    assertThat(prices.of("acme/new")).isEmpty();
    assertThat(models(prices, "", List.of())).containsExactly("acme/a");
    assertThat(upcoming.between(Recommended.AT, Instant.MAX, 0, 10, 0).items())
        .extracting(Upcoming.Date::at)
        .containsExactly(soon);
    assertThat(reviews.oldest(1, 0).total()).isEqualTo(2);
    assertThat(reviews.oldest(1, 1).items().get(0).rawValue().toString())
        .contains("\"modelId\":\"acme/new\"", "\"id\":\"TOO_DEAR\"");
    assertThat(batch.changedModels()).containsExactly("acme/a", "acme/new");

    Batch released = new Batch();
    released.reviews().delete("acme/a");
    stored().write(released);

    assertThat(prices.of("acme/a")).contains(held);
    assertThat(upcoming.between(Recommended.AT, Instant.MAX, 0, 10, 0).items())
        .extracting(Upcoming.Date::at)
        .containsOnly(later);
    assertThat(reviews.oldest(10, 0).total()).isEqualTo(1);
  }

  private static PriceReview review(ModelPricing held, @Nullable ModelPricing inForce) {
    return new PriceReview(
        held.getModelId(),
        held,
        inForce,
        7L,
        Recommended.AT,
        List.of(new PriceFinding(FindingId.TOO_DEAR, "inputPerMTok", null, "250", "200")));
  }

  private static List<String> models(Prices prices, String text, List<String> models)
      throws SQLException {
    return prices.containing(text, models, Recommended.AT, 10, 0).items().stream()
        .map(PriceInForce::modelId)
        .toList();
  }
}
