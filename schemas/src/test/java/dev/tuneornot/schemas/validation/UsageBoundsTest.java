package dev.tuneornot.schemas.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.tuneornot.model.Usage;
import dev.tuneornot.schemas.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageBoundsTest {
  private static final Instant START = Instant.parse("2026-10-01T00:00:00Z");
  private static final long DAY = 86_400_000L;

  private final UsageBounds bounds = new UsageBounds();
  private final Usage usage = Samples.usage();

  @Test
  void shouldAcceptWhatWasMeasured() {
    assertThat(bounds.violations(usage)).isEmpty();
  }

  @Test
  void shouldAcceptTheGreatest() {
    usage.setRequests(10_000_000_000_000L);
    usage.setInputTokens(1_000_000_000_000_000_000L);
    usage.setCachedInputTokens(400_000_000_000_000_000L);
    usage.setCacheWriteTokens(600_000_000_000_000_000L);
    usage.setOutputTokens(1_000_000_000_000_000_000L);
    usage.setSource("x".repeat(500));

    assertThat(bounds.violations(usage)).isEmpty();
  }

  @Test
  void shouldAcceptNothingAtAll() {
    usage.setRequests(0);
    usage.setInputTokens(0);
    usage.setCachedInputTokens(0);
    usage.setCacheWriteTokens(0);
    usage.setOutputTokens(0);

    assertThat(bounds.violations(usage)).isEmpty();
  }

  @ParameterizedTest(name = "{0} ms")
  @ValueSource(longs = {DAY, 400 * DAY})
  void shouldAcceptAWindow(long millis) {
    usage.setWindowEnd(START.plusMillis(millis));

    assertThat(bounds.violations(usage)).isEmpty();
  }

  @ParameterizedTest(name = "{0} ms")
  @ValueSource(longs = {-DAY, 0, DAY - 1, 400 * DAY + 1})
  void shouldRefuseAnotherWindow(long millis) {
    Instant end = START.plus(Duration.ofMillis(millis));
    usage.setWindowEnd(end);

    assertThat(bounds.violations(usage))
        .containsExactly(
            new Violation(
                "windowEnd",
                end.toString(),
                "1..400 days after windowStart (2026-10-01T00:00:00Z)"));
  }

  static Stream<Arguments> outOfBounds() {
    return Stream.of(
        invalid("proposalId", "", "1..200 characters, no control characters", Usage::setProposalId),
        invalid("requests", -1L, "0..10^13", Usage::setRequests),
        invalid("requests", 10_000_000_000_001L, "0..10^13", Usage::setRequests),
        invalid("outputTokens", -1L, "0..10^18", Usage::setOutputTokens),
        invalid("outputTokens", 1_000_000_000_000_000_001L, "0..10^18", Usage::setOutputTokens),
        invalid(
            "cachedInputTokens", -1L, "0..inputTokens (2100000000)", Usage::setCachedInputTokens),
        invalid(
            "cachedInputTokens",
            2_100_000_001L,
            "0..inputTokens (2100000000)",
            Usage::setCachedInputTokens),
        invalid(
            "cacheWriteTokens",
            -1L,
            "0..inputTokens - cachedInputTokens (1600000000)",
            Usage::setCacheWriteTokens),
        invalid(
            "cacheWriteTokens",
            1_600_000_001L,
            "0..inputTokens - cachedInputTokens (1600000000)",
            Usage::setCacheWriteTokens),
        invalid("source", "x".repeat(501), "at most 500 characters", Usage::setSource));
  }

  @ParameterizedTest(name = "{0} = {1}")
  @MethodSource
  void outOfBounds(String field, Object value, String bound, BiConsumer<Usage, Object> change) {
    change.accept(usage, value);

    assertThat(bounds.violations(usage))
        .containsExactly(new Violation(field, value.toString(), bound));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(longs = {-1, 1_000_000_000_000_000_001L})
  void shouldRefuseInputOutOfItsBounds(long tokens) {
    usage.setInputTokens(tokens);

    assertThat(bounds.violations(usage))
        .containsExactly(new Violation("inputTokens", Long.toString(tokens), "0..10^18"));
  }

  @Test
  void shouldReportWhatIsNullAgainstTheSchema() {
    assertThat(bounds.violations(new Usage()))
        .extracting(Violation::field)
        .containsExactly("proposalId", "windowStart", "windowEnd", "source");
  }

  private static <V> Arguments invalid(
      String field, V value, String bound, BiConsumer<Usage, V> change) {
    return arguments(field, value, bound, change);
  }
}
