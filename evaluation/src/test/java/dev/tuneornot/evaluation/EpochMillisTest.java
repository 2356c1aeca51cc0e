package dev.tuneornot.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class EpochMillisTest {

  @Test
  void shouldAddAndSubtractDays() {
    assertThat(EpochMillis.plusDays(5, 3650)).isEqualTo(5 + 3650L * 86_400_000);
    assertThat(EpochMillis.minusDays(5, 3650)).isEqualTo(5 - 3650L * 86_400_000);
  }

  @Test
  void shouldSaturate() {
    assertThat(EpochMillis.plusDays(Long.MAX_VALUE - 1, 1)).isEqualTo(EpochMillis.NEVER);
    assertThat(EpochMillis.minusDays(Long.MIN_VALUE + 1, 1)).isEqualTo(Long.MIN_VALUE);
    assertThat(EpochMillis.between(Long.MIN_VALUE, 1)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void shouldKeepNever() {
    assertThat(EpochMillis.orNever(null)).isEqualTo(EpochMillis.NEVER);
    assertThat(EpochMillis.plusDays(EpochMillis.NEVER, 1)).isEqualTo(EpochMillis.NEVER);
    assertThat(EpochMillis.minusDays(EpochMillis.NEVER, 1)).isEqualTo(EpochMillis.NEVER);
    assertThat(EpochMillis.orNever(Instant.ofEpochMilli(7))).isEqualTo(7);
  }
}
