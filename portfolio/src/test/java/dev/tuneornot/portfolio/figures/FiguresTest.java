package dev.tuneornot.portfolio.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "null",
      value = {
        "null|-",
        "0|$0.00",
        "0.000012|$0.000012",
        "0.0123|$0.0123",
        "0.5|$0.50",
        "1234.5|$1,234.50",
        "-1234.5|-$1,234.50",
        "9999.99|$9,999.99",
        "9999.999|$10,000",
        "12345.6|$12,346",
        "999999.4|$999,999",
        "999999.6|$1.00M",
        "1234567|$1.23M",
        "999999999|$1.00B",
        "4.2e9|$4.20B",
        "1e-9|$1.0e-09",
        "3e15|$3.00e+15"
      })
  void shouldWriteMoney(Double dollars, String expected) {
    assertThat(Figures.ENGLISH.money(dollars)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "null",
      value = {
        "null|-",
        "0|0",
        "9999|9,999",
        "12345|12.3k",
        "999949|999.9k",
        "999999|1.0M",
        "4600000|4.6M",
        "7100000000|7.1B",
        "-12345|-12.3k",
        "9223372036854775807|9.2e+18"
      })
  void shouldWriteCounts(Long number, String expected) {
    assertThat(Figures.ENGLISH.count(number)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} months are {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "null",
      value = {
        "null|never",
        "0|at once",
        "0.001|< 1 day",
        "0.0329|1 day",
        "0.3333333|10 days",
        "1|1 month",
        "1.3333|1.3 months",
        "3.3333|3.3 months",
        "9.96|10 months",
        "71.2|71 months",
        "240|20 years",
        "1201|> 100 years"
      })
  void shouldWriteSpansOfMonths(Double months, String expected) {
    assertThat(Figures.ENGLISH.months(months)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      value = {"0.354|35%", "0.05|5.0%", "-0.5|-50%", "35|3,500%"})
  void shouldWriteShares(double share, String expected) {
    assertThat(Figures.ENGLISH.percent(share)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "null",
      value = {"null|-", "0|$0.00", "343|+$343.00", "-1927|-$1,927.00"})
  void shouldWriteDifferencesWithTheirSign(Double dollars, String expected) {
    assertThat(Figures.ENGLISH.change(dollars)).isEqualTo(expected);
  }

  @Test
  void shouldWriteTheSeparatorsOfTheReader() {
    Figures german = new Figures(Locale.GERMANY);

    assertThat(german.money(1234.5)).isEqualTo("$1.234,50");
    assertThat(german.money(0.004875)).isEqualTo("$0,004875");
    assertThat(german.count(12_345L)).isEqualTo("12,3k");
    assertThat(german.percent(0.054)).isEqualTo("5,4%");
    assertThat(german.months(1.3333)).isEqualTo("1,3 months");
    assertThat(german.millis(1234.0)).isEqualTo("1.234 ms");
  }
}
