package dev.tuneornot.streams.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MicroDollarsTest {

  /** Halves of a micro-dollar that a double holds exactly, and what is next to them. */
  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1.5, 2.5, 1_000_000.5, 1e15 - 0.5, 1e15 + 0.5, 1e18})
  void shouldRoundHalfEven(double microDollars) {
    for (double sign : new double[] {1, -1}) {
      double dollars = sign * microDollars / 1e6;
      check(dollars);
      check(Math.nextUp(dollars));
      check(Math.nextDown(dollars));
    }
  }

  /** Odd multiples of 1/128 dollar are exactly between two micro-dollars. */
  @Test
  void shouldRoundTiesToEven() {
    double unit = 1 / 128.0;
    assertThat(MicroDollars.of(unit)).isEqualTo(7812);
    assertThat(MicroDollars.of(3 * unit)).isEqualTo(23438);
    assertThat(MicroDollars.of(-unit)).isEqualTo(-7812);
  }

  @Test
  void shouldRoundAsDecimalNumbersAreRounded() {
    Random random = new Random(1);
    for (int i = 0; i < 200_000; i++) {
      double magnitude = Math.pow(10, random.nextInt(24) - 8);
      check(random.nextGaussian() * magnitude);
      check(Math.rint(random.nextGaussian() * magnitude) / 128);
    }
    check(0.0);
    check(-0.0);
    check(Double.MIN_VALUE);
    check(Double.MAX_VALUE);
  }

  @Test
  void shouldRefuseWhatIsNoAmount() {
    assertThatThrownBy(() -> MicroDollars.of(Double.NaN)).isInstanceOf(NumberFormatException.class);
    assertThatThrownBy(() -> MicroDollars.of(Double.NEGATIVE_INFINITY))
        .isInstanceOf(NumberFormatException.class);
  }

  private static void check(double dollars) {
    BigInteger expected =
        new BigDecimal(dollars).setScale(6, RoundingMode.HALF_EVEN).unscaledValue();
    assertThat(MicroDollars.of(dollars)).as("%s", dollars).isEqualTo(expected);
  }
}
