package dev.tuneornot.dashboard.projection;

import static dev.tuneornot.dashboard.projection.RecommendationRows.ids;
import static dev.tuneornot.dashboard.projection.Recommended.batch;
import static dev.tuneornot.dashboard.projection.Recommended.deletion;
import static dev.tuneornot.dashboard.projection.Recommended.measured;
import static dev.tuneornot.dashboard.projection.Recommended.stated;
import static dev.tuneornot.dashboard.projection.Recommended.tune;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.dashboard.query.MeasuredVolumes;
import dev.tuneornot.dashboard.query.Page;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.Verdict;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds of the table {@code measured_usage}. */
abstract class UsageRows {
  abstract Stored stored();

  @Test
  void shouldTellWhatWasMeasuredAndWhatIsInForce() throws SQLException {
    Recommendation value = tune("a", Verdict.GO, 1);
    value.setUsageSource("gateway");
    value.setUsageWindowEnd(Recommended.AT.minus(Duration.ofDays(30)));
    stored()
        .write(batch(value))
        .write(measured("a", 2_000, true))
        .write(stated("a", 3_000))
        .write(measured("b", 0, null))
        .write(measured("c", 5, false));
    Batch deletion = new Batch();
    deletion.usage().delete("c");
    stored().write(deletion);
    MeasuredVolumes usage = new MeasuredVolumes(stored().database());

    Page all = usage.of(List.of(), List.of(), 10, 0);

    assertThat(all.total()).isEqualTo(2);
    assertThat(all.items().get(0).values())
        .containsExactly(
            "a",
            "Title of a",
            "default",
            Recommended.AT.minus(Duration.ofDays(30)),
            Recommended.AT,
            2_000L,
            2_000_000L,
            0L,
            0L,
            200_000L,
            true,
            "gateway",
            3_000L,
            2_000L,
            100L,
            50L,
            Recommended.AT.minus(Duration.ofDays(30)),
            "gateway");
    assertThat(all.items().get(1).values())
        .startsWith("b", null, null)
        .endsWith("gateway", null, null, null, null, null, null);
    assertThat(usage.stated("a"))
        .hasValueSatisfying(
            volume -> {
              assertThat(volume.getRequestsPerMonth()).isEqualTo(3_000);
              assertThat(volume.getPromptTokens()).isEqualTo(2_000);
              assertThat(volume.getOutputTokens()).isEqualTo(100);
              assertThat(volume.getTunedOutputTokens()).isEqualTo(50);
            });
    assertThat(usage.stated("b")).isEmpty();
    assertThat(ids(usage.of(List.of("b"), List.of(), 10, 0))).containsExactly("b");
    assertThat(ids(usage.of(List.of(), List.of("default"), 10, 0))).containsExactly("a");
  }
}
