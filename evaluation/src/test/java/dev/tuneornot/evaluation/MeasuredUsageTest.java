package dev.tuneornot.evaluation;

import static dev.tuneornot.evaluation.Given.NOW;
import static dev.tuneornot.evaluation.Given.days;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.model.EffectiveWorkload;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Stage;
import dev.tuneornot.model.Usage;
import dev.tuneornot.model.Workload;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasuredUsageTest {
  private static final Instant MONTH_LATER = NOW.plusMillis(EpochMillis.MONTH);

  @ParameterizedTest(name = "U1 {0} requests in {1} days: {2}")
  @CsvSource({
    "0,              1,   0",
    "1,              1,   30",
    "977,            1,   29737",
    "1000,           400, 76",
    "10000000000000, 1,   1000000000000",
  })
  void shouldMeasureTheVolume(long requests, int days, long expected) {
    Usage usage =
        usage().setRequests(requests).setWindowStart(NOW).setWindowEnd(days(days)).build();

    assertThat(effective(usage, null).getRequestsPerMonth()).isEqualTo(expected);
  }

  @Test
  void shouldMeasureTheUntunedModel() { // U2 to U5
    Usage usage =
        usage()
            .setRequests(10)
            .setInputTokens(18_005)
            .setCachedInputTokens(16_000)
            .setCacheWriteTokens(500)
            .setOutputTokens(3_004)
            .build();

    EffectiveWorkload workload = effective(usage, 40);

    assertThat(workload.getPromptTokens()).isEqualTo(1801); // 1800.5, half up
    assertThat(workload.getRemovableTokens()).isEqualTo(1500);
    assertThat(workload.getCachedShare()).isEqualTo(1.0); // 1600 of 1500
    assertThat(workload.getKeptCachedShare()).isEqualTo(100.0 / 301);
    assertThat(workload.getCacheWriteShare()).isEqualTo(0.0); // all are read
    assertThat(workload.getOutputTokens()).isEqualTo(300);
    assertThat(workload.getTunedOutputTokens()).isEqualTo(40); // as stated
    assertThat(workload.getBatchShare()).isEqualTo(0.25);
  }

  @Test
  void shouldShareTheRemovableTokensBetweenReadAndWritten() { // U3, U4
    Usage usage =
        usage()
            .setRequests(10)
            .setInputTokens(20_000)
            .setCachedInputTokens(6_000)
            .setCacheWriteTokens(3_000)
            .build();

    EffectiveWorkload workload = effective(usage, null);

    assertThat(workload.getCachedShare()).isEqualTo(0.4);
    assertThat(workload.getCacheWriteShare()).isEqualTo(0.2);
    assertThat(workload.getKeptCachedShare()).isEqualTo(0.0);
  }

  @Test
  void shouldNotRemoveMoreThanThereIs() { // U2
    Usage usage = usage().setRequests(10).setInputTokens(10_000).build();

    EffectiveWorkload workload = effective(usage, null);

    assertThat(workload.getRemovableTokens()).isEqualTo(1000);
    assertThat(workload.getKeptCachedShare()).isEqualTo(0.0); // nothing is kept
  }

  @Test
  void shouldMeasureTheTunedModel() { // U6
    Usage usage =
        usage()
            .setTuned(true)
            .setRequests(10)
            .setInputTokens(13_000)
            .setCachedInputTokens(2_500)
            .setOutputTokens(700)
            .build();

    EffectiveWorkload stays = MeasuredUsage.effective(proposal(null), usage, 800);
    EffectiveWorkload replaced = MeasuredUsage.effective(proposal(40), usage, 800);

    assertThat(stays.getPromptTokens()).isEqualTo(2000); // 1300 - 800 + 1500
    assertThat(stays.getKeptCachedShare()).isEqualTo(0.5);
    assertThat(stays.getCachedShare()).isEqualTo(0.5); // as stated
    assertThat(stays.getOutputTokens()).isEqualTo(70);
    assertThat(stays.getTunedOutputTokens()).isNull();
    assertThat(replaced.getOutputTokens()).isEqualTo(200);
    assertThat(replaced.getTunedOutputTokens()).isEqualTo(70);
  }

  @Test
  void shouldTakeAPromptBelowWhatIsRetrievedForEmpty() { // U6
    Usage usage = usage().setTuned(true).setRequests(10).setInputTokens(1_000).build();

    EffectiveWorkload workload = MeasuredUsage.effective(proposal(null), usage, 800);

    assertThat(workload.getPromptTokens()).isEqualTo(1500);
    assertThat(workload.getKeptCachedShare()).isEqualTo(0.0);
  }

  @Test
  void shouldEndAtTheBounds() { // U2, U5, U6
    Usage most =
        usage()
            .setRequests(1)
            .setInputTokens(1_000_000_000_000_000_000L)
            .setOutputTokens(1_000_000_000_000_000_000L)
            .build();

    EffectiveWorkload untuned = effective(most, null);
    most.setTuned(true);
    EffectiveWorkload tuned = effective(most, null);

    assertThat(untuned.getPromptTokens()).isEqualTo(100_000_000);
    assertThat(untuned.getOutputTokens()).isEqualTo(100_000_000);
    assertThat(tuned.getPromptTokens()).isEqualTo(100_000_000);
    assertThat(tuned.getOutputTokens()).isEqualTo(100_000_000);
  }

  @Test
  void shouldOnlyReplaceTheVolumeWhereThereAreNoRequests() {
    EffectiveWorkload stated = MeasuredUsage.effective(proposal(null), null, 0);
    EffectiveWorkload measured = effective(usage().setRequests(0).build(), null);

    assertThat(measured.getRequestsPerMonth()).isZero();
    measured.setRequestsPerMonth(stated.getRequestsPerMonth());
    assertThat(measured).isEqualTo(stated);
  }

  @ParameterizedTest(name = "tuned {0}, {1}, live since {2} days: tuned measured {3}")
  @CsvSource({
    "true,  PROPOSED, ,  true",
    "false, LIVE,     ,  false",
    ",      PROPOSED, ,  false",
    ",      LIVE,     ,  true",
    ",      LIVE,     0, true",
    ",      LIVE,     1, false",
  })
  void shouldTellWhichModelWasMeasured(
      @Nullable Boolean tuned, Stage stage, @Nullable Integer liveSince, boolean expected) {
    Proposal proposal = proposal(40);
    proposal.setStage(stage);
    proposal.setLiveSince(liveSince == null ? null : days(liveSince));
    Usage usage = usage().setTuned(tuned).setRequests(10).setOutputTokens(700).build();

    Integer measured = MeasuredUsage.effective(proposal, usage, 0).getTunedOutputTokens();

    assertThat(measured).isEqualTo(expected ? 70 : 40);
  }

  private static EffectiveWorkload effective(Usage usage, @Nullable Integer tunedOutputTokens) {
    return MeasuredUsage.effective(proposal(tunedOutputTokens), usage, 0);
  }

  private static Proposal proposal(@Nullable Integer tunedOutputTokens) {
    Workload workload =
        Given.workload()
            .setCachedShare(0.5)
            .setBatchShare(0.25)
            .setTunedOutputTokens(tunedOutputTokens)
            .build();
    return Given.proposal().setWorkload(workload).build();
  }

  private static Usage.Builder usage() {
    return Usage.newBuilder()
        .setProposalId("sql-generation")
        .setWindowStart(NOW)
        .setWindowEnd(MONTH_LATER)
        .setRequests(1)
        .setInputTokens(0)
        .setOutputTokens(0);
  }
}
