package dev.tuneornot.evaluation;

import static dev.tuneornot.evaluation.Given.NOW;
import static dev.tuneornot.evaluation.Given.POLICY;
import static dev.tuneornot.evaluation.Given.policy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.model.Usage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageToleranceTest {

  @ParameterizedTest(name = "{0} {1} instead of 1000: {2}")
  @CsvSource({
    "requests,          900,  false",
    "requests,          899,  true",
    "requests,          1111, false",
    "requests,          1112, true",
    "inputTokens,       900,  false",
    "inputTokens,       899,  true",
    "cachedInputTokens, 1111, false",
    "cachedInputTokens, 1112, true",
    "cacheWriteTokens,  899,  true",
    "outputTokens,      1112, true",
    "outputTokens,      1000, false",
  })
  void shouldTakeWhatDiffersEnough(String field, long value, boolean expected) {
    Usage received = usage();
    int position = received.getSchema().getField(field).pos();
    if (field.equals("requests")) {
      // The same tokens a request, so that the volume alone differs.
      received.setInputTokens(value);
      received.setCachedInputTokens(value);
      received.setCacheWriteTokens(value);
      received.setOutputTokens(value);
    }
    received.put(position, value);

    assertThat(UsageTolerance.isTakenIntoAccount(usage(), received, POLICY)).isEqualTo(expected);
    assertThat(UsageTolerance.isTakenIntoAccount(received, usage(), POLICY)).isEqualTo(expected);
  }

  @Test
  void shouldTakeWhatWasMeasuredOfTheOtherModel() {
    Usage received = usage();
    received.setTuned(false);

    assertThat(UsageTolerance.isTakenIntoAccount(usage(), received, POLICY)).isTrue();
    assertThat(UsageTolerance.isTakenIntoAccount(received, received, POLICY)).isFalse();
  }

  @Test
  void shouldTakeTheFirstAndADeletion() {
    assertThat(UsageTolerance.isTakenIntoAccount(null, usage(), POLICY)).isTrue();
    assertThat(UsageTolerance.isTakenIntoAccount(usage(), null, POLICY)).isTrue();
  }

  @Test
  void shouldTakeEveryDifferenceWithoutTolerance() {
    Usage received = usage();
    received.setOutputTokens(1001);

    assertThat(
            UsageTolerance.isTakenIntoAccount(
                usage(), received, policy().setUsageTolerance(0).build()))
        .isTrue();
    assertThat(
            UsageTolerance.isTakenIntoAccount(
                usage(), usage(), policy().setUsageTolerance(0).build()))
        .isFalse();
  }

  @Test
  void shouldCompareNothingWithNothingWithoutRequests() {
    Usage none = usage();
    none.setRequests(0);

    assertThat(UsageTolerance.isTakenIntoAccount(none, none, POLICY)).isFalse();
    assertThat(UsageTolerance.isTakenIntoAccount(none, usage(), POLICY)).isTrue();
  }

  @Test
  void shouldNotMindSourceAndWindow() {
    Usage received = usage();
    received.setSource("another");
    received.setWindowStart(NOW.plusMillis(EpochMillis.MONTH));
    received.setWindowEnd(NOW.plusMillis(2 * EpochMillis.MONTH));

    assertThat(UsageTolerance.isTakenIntoAccount(usage(), received, POLICY)).isFalse();
  }

  private static Usage usage() {
    return Usage.newBuilder()
        .setProposalId("p")
        .setWindowStart(NOW)
        .setWindowEnd(NOW.plusMillis(EpochMillis.MONTH))
        .setRequests(1000)
        .setInputTokens(1000)
        .setCachedInputTokens(1000)
        .setCacheWriteTokens(1000)
        .setOutputTokens(1000)
        .build();
  }
}
