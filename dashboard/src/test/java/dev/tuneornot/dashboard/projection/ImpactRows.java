package dev.tuneornot.dashboard.projection;

import static dev.tuneornot.dashboard.projection.Recommended.batch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.dashboard.query.Impacts;
import dev.tuneornot.model.ChangeKind;
import dev.tuneornot.model.ImpactState;
import dev.tuneornot.model.PriceImpact;
import dev.tuneornot.model.Verdict;
import dev.tuneornot.model.VerdictTransition;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds of the tables {@code price_impacts} and {@code price_impact_transitions}. */
abstract class ImpactRows {
  abstract Stored stored();

  @Test
  void shouldFindTheFewChangesThatWereFelt() throws SQLException {
    Batch batch = new Batch();
    for (int i = 0; i < 1_900; i++) {
      batch.impacts().put("PRICE/" + i, impact("PRICE/" + i, 0, Recommended.AT.plusSeconds(i)));
    }
    batch.impacts().put("PRICE/felt", impact("PRICE/felt", 3, Recommended.AT));
    stored().write(batch);
    Impacts impacts = new Impacts(stored().database());

    Impacts.Found felt = impacts.newest(List.of(), 1, 10, 0);

    assertThat(felt.total()).isEqualTo(1);
    assertThat(felt.others()).isEqualTo(1_900);
    assertThat(felt.items())
        .singleElement()
        .satisfies(item -> assertThat(String.valueOf(item.rawValue())).contains("PRICE/felt"));
    assertThat(impacts.newest(List.of(ImpactState.RUNNING), 0, 10, 0).items()).isEmpty();
    assertThat(impacts.newest(List.of(), 0, 500, 1_500).items()).hasSize(401);
  }

  @Test
  void shouldForgetChangesOfPricesWhenTheirTopicDoes() throws SQLException {
    Batch batch = new Batch();
    batch.impacts().put("old", impact("old", 1, Recommended.AT));
    batch.impacts().put("new", impact("new", 1, Recommended.AT.plusSeconds(60)));
    stored().write(batch);

    stored().expire(Recommended.AT.plus(Duration.ofDays(90)).plusSeconds(1));

    assertThat(stored().rows("select change_id from price_impacts")).containsExactly("new");
    assertThat(stored().rows("select change_id from price_impact_transitions"))
        .containsExactly("new");
  }

  private static PriceImpact impact(String changeId, long dependants, Instant startedAt) {
    return PriceImpact.newBuilder()
        .setChangeId(changeId)
        .setKind(ChangeKind.PRICE)
        .setKey("acme/model")
        .setState(ImpactState.COMPLETE)
        .setDependants(dependants)
        .setRescored(dependants)
        .setTransitions(List.of(new VerdictTransition(Verdict.GO, Verdict.NO_GO, dependants)))
        .setMonthlySavingsChange(BigDecimal.ZERO.setScale(6))
        .setMonthlySavingsChangeUsd(0)
        .setStartedAt(startedAt)
        .build();
  }
}
