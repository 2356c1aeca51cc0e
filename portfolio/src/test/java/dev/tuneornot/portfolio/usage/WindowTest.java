package dev.tuneornot.portfolio.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowTest {

  private static final Instant DAY = Instant.parse("2026-10-01T00:00:00Z");

  @Test
  void shouldWidenSingleCallsToDays() {
    UsageWindow window = new UsageWindow(null, null);
    window.add(row(10 * 3600, 10 * 3600));
    window.add(row(36 * 3600, 36 * 3600));

    assertThat(window.start()).isEqualTo(DAY);
    assertThat(window.end()).isEqualTo(DAY.plusSeconds(48 * 3600));
    assertThat(window.widening()).isEqualTo(48.0 / 26);
  }

  @Test
  void shouldTakeBucketsAsTheyAre() {
    UsageWindow window = new UsageWindow(null, null);
    window.add(row(3600, 7200));
    window.add(row(7200, 90_000));

    assertThat(window.start()).isEqualTo(DAY.plusSeconds(3600));
    assertThat(window.end()).isEqualTo(DAY.plusSeconds(90_000));
    assertThat(window.widening()).isEqualTo(1);
  }

  @Test
  void shouldHoldWhatIsWhollyInTheTimeAskedFor() {
    UsageWindow window = new UsageWindow(DAY, DAY.plusSeconds(86_400));

    assertThat(window.holds(row(0, 86_400))).isTrue();
    assertThat(window.holds(row(0, 86_401))).isFalse();
    assertThat(window.holds(row(-1, 10))).isFalse();
    assertThat(window.holds(row(0, 0))).isTrue();
    assertThat(window.holds(row(86_400, 86_400))).isFalse();
  }

  @Test
  void shouldBoundTheUnmappedKeys() {
    UsageSums sums =
        new UsageSums(
            new KeyMap(List.of(KeyRule.parse("f=x:x")), KeyMapFile.NONE, List.of()),
            new UsageWindow(null, null));
    for (int i = 0; i < UsageSums.MOST_KEYS + 5; i++) {
      String key = "k" + i;
      sums.add(new UsageRow(1, 0, 0, "", "", 1, 0, TokenCounts.NONE, field -> List.of(key)));
    }

    assertThat(sums.unmapped()).hasSize(UsageSums.MOST_KEYS + 1);
    assertThat(sums.unmapped().get(0).key()).isEqualTo(UsageSums.OTHER_KEYS);
    assertThat(sums.unmapped().get(0).sum().requests()).isEqualTo(5);
  }

  private static UsageRow row(long startS, long endS) {
    return new UsageRow(
        1,
        DAY.plusSeconds(startS).toEpochMilli(),
        DAY.plusSeconds(endS).toEpochMilli(),
        "",
        "m",
        1,
        0,
        TokenCounts.NONE,
        field -> List.of());
  }
}
