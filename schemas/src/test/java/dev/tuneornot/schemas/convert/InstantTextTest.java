package dev.tuneornot.schemas.convert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstantTextTest {

  private static final long FIRST = LocalDate.of(0, 1, 1).toEpochDay() * 86_400_000L;
  private static final long END = LocalDate.of(10_000, 1, 1).toEpochDay() * 86_400_000L;

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "2026-11-22T08:30:00Z, 2026-11-22T08:30:00Z",
    "2026-11-22t08:30:00z, 2026-11-22T08:30:00Z",
    "2026-11-22T08:30Z, 2026-11-22T08:30:00Z",
    "2026-11-22T08:30:00.25Z, 2026-11-22T08:30:00.250Z",
    "'2026-11-22T08:30:00,25Z', 2026-11-22T08:30:00.250Z",
    "2026-11-22T08:30:00.001000000Z, 2026-11-22T08:30:00.001Z",
    "2026-11-22T08:30:00+05:30, 2026-11-22T03:00:00Z",
    "2026-11-22T08:30:00-0330, 2026-11-22T12:00:00Z",
    "2026-11-22T08:30:00+14, 2026-11-21T18:30:00Z",
    "2026-11-22T08:30:00-18:00, 2026-11-23T02:30:00Z",
    "2026-11-22T08:30:00-00:00, 2026-11-22T08:30:00Z",
    "2024-02-29T00:00:00Z, 2024-02-29T00:00:00Z",
    "0000-01-01T00:00:00Z, 0000-01-01T00:00:00Z",
    "9999-12-31T23:59:59.999Z, 9999-12-31T23:59:59.999Z",
  })
  void shouldReadIso8601WithAnyOffset(String text, Instant instant) {
    assertThat(InstantText.parse(text)).isEqualTo(instant);
  }

  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(
      strings = {
        "",
        "2026-11-22",
        "2026-11-22T08:30:00",
        "2026-11-22 08:30:00Z",
        "2026-11-22T08:30:00.Z",
        "2026-11-22T08:30:00.0001Z",
        "2026-11-22T08:30:00.123000001Z",
        "2026-11-22T08:30:00ZZ",
        "2026-11-22T08:30:00+1",
        "2026-11-22T08:30:00+01:0",
        "2026-11-22T08:30:00+01:",
        "2026-11-22T08:30:00+01:60",
        "2026-11-22T08:30:00+18:01",
        "2026-11-22T24:00:00Z",
        "2026-11-22T23:60:00Z",
        "2026-11-22T23:59:60Z",
        "2026-02-29T00:00:00Z",
        "2026-13-01T00:00:00Z",
        "2026-00-01T00:00:00Z",
        "2026-1-1T00:00:00Z",
        "26-01-01T00:00:00Z",
        "+10000-01-01T00:00:00Z",
        "-0001-01-01T00:00:00Z",
        "0000-01-01T00:00:00+00:01",
        "9999-12-31T23:59:59-00:01",
        "1763800000000",
        "٢٠٢٦-11-22T08:30:00Z",
        "now"
      })
  void shouldRefuseAnythingElse(String text) {
    assertThat(InstantText.parse(text)).isNull();
  }

  @Test
  void shouldAgreeWithJavaTime() {
    Random random = new Random(20261122);
    for (int i = 0; i < 20_000; i++) {
      Instant instant = Instant.ofEpochMilli(random.nextLong(FIRST, END));
      ZoneOffset offset = ZoneOffset.ofTotalSeconds(60 * random.nextInt(-18 * 60, 18 * 60 + 1));
      OffsetDateTime local = instant.atOffset(offset);

      assertThat(InstantText.parse(instant.toString())).isEqualTo(instant);
      if (local.getYear() >= 0 && local.getYear() <= 9999) {
        assertThat(InstantText.parse(local.toString())).as(local.toString()).isEqualTo(instant);
      }
    }
  }
}
