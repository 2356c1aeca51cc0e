package dev.tuneornot.portfolio.usage;

import java.math.BigDecimal;

/**
 * Exact numbers of tokens. Whole but for sources that bill in millions of tokens.
 *
 * @param input all prompt tokens, cached or not
 * @param cached those of them that were read from a prompt cache
 * @param written those of them that were written to one
 * @param output including reasoning
 */
public record TokenCounts(
    BigDecimal input, BigDecimal cached, BigDecimal written, BigDecimal output) {

  public static final TokenCounts NONE =
      new TokenCounts(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

  /** Of a source whose input count includes what was read from or written to a cache. */
  static TokenCounts inside(
      BigDecimal input, BigDecimal cached, BigDecimal written, BigDecimal output) {
    return new TokenCounts(input, cached, written, output);
  }

  /** Of a source that counts what was read from or written to a cache apart from its input. */
  static TokenCounts outside(
      BigDecimal uncached, BigDecimal cached, BigDecimal written, BigDecimal output) {
    return new TokenCounts(uncached.add(cached).add(written), cached, written, output);
  }

  TokenCounts plus(TokenCounts other) {
    return new TokenCounts(
        input.add(other.input),
        cached.add(other.cached),
        written.add(other.written),
        output.add(other.output));
  }

  /** Input and output. */
  public BigDecimal total() {
    return input.add(output);
  }

  boolean isNone() {
    return total().signum() == 0;
  }
}
