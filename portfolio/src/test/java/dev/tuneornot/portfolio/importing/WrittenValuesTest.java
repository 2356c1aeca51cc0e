package dev.tuneornot.portfolio.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenValuesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1200     | 1200   | 1200",
        "1.000    | 1      | 1000",
        "1,000    | 1000   | 1",
        "12.500,5 |        | 12500.5",
        "12,500.5 | 12500.5 |",
        "1.234.567 |       | 1234567",
        "1'200.5  | 1200.5 |",
        "1’200    | 1200   | 1200",
        "1 200 000,25 |    | 1200000.25",
        "0.125    | 0.125  |",
        "0,35     |        | 0.35",
        "1,2E+06  |        | 1200000",
        "-5       | -5     | -5",
        "1,00,000 |        |",
        "12,34,5  |        |",
        "1.2.3    |        |",
        "ca. 500  |        |",
        "1 200,5 00 |      |",
        "'.5'     |        |",
        "1e       |        |",
      })
  void shouldReadANumberWithEachSign(String text, BigDecimal point, BigDecimal comma) {
    assertThat(DecimalSign.POINT.parse(text)).satisfies(value -> equal(value, point));
    assertThat(DecimalSign.COMMA.parse(text)).satisfies(value -> equal(value, comma));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1\u00a0200\u00a0000", "1\u202f200\u202f000", "1\u2009200\u2009000"})
  void shouldReadTheBlanksThatSpreadsheetsGroupWith(String text) {
    assertThat(DecimalSign.COMMA.parse(text)).isEqualByComparingTo("1200000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "30.11.2026        | DMY | 2026-11-30T00:00:00Z",
        "30.11.26          | DMY | 2026-11-30T00:00:00Z",
        "30.11.2026 14:05  | DMY | 2026-11-30T14:05:00Z",
        "30. November 2026 | DMY | 2026-11-30T00:00:00Z",
        "30 Nov 2026       | MDY | 2026-11-30T00:00:00Z",
        "November 30, 2026 | DMY | 2026-11-30T00:00:00Z",
        "1 août 2026       | DMY | 2026-08-01T00:00:00Z",
        "3. März 2026      | DMY | 2026-03-03T00:00:00Z",
        "11/30/2026        | MDY | 2026-11-30T00:00:00Z",
        "11/30/2026 2:05   | MDY | 2026-11-30T02:05:00Z",
        "2026/11/30        | YMD | 2026-11-30T00:00:00Z",
        "2026-11-30        | YMD | 2026-11-30T00:00:00Z",
        "2026-11-30 08:15:30 | YMD | 2026-11-30T08:15:30Z",
        "2026-11-30T08:15:30+01:00 | DMY | 2026-11-30T07:15:30Z",
        "30/11/2026        | MDY |",
        "31.02.2026        | DMY |",
        "soon              | DMY |",
        "Q3 2026           | DMY |",
      })
  void shouldReadADateInAnOrder(String text, DateOrder order, Instant expected) {
    WrittenDate date = WrittenDate.parse(text);

    assertThat(date == null ? null : date.in(order)).isEqualTo(expected);
  }

  private static void equal(BigDecimal value, BigDecimal expected) {
    if (expected == null) {
      assertThat(value).isNull();
    } else {
      assertThat(value).isEqualByComparingTo(expected);
    }
  }
}
