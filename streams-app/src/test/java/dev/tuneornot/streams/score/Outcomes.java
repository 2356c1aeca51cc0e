package dev.tuneornot.streams.score;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tuneornot.model.Decision;
import dev.tuneornot.model.Verdict;
import java.nio.ByteBuffer;

/** Outcomes that differ by a number. */
final class Outcomes {
  static final String PORTFOLIO = "portfolio";

  private static final String RULES = "1";

  private Outcomes() {}

  /** With amounts and an end. */
  static Outcome go(int number) {
    return new Outcome(
        digest(number),
        Decision.FINE_TUNE,
        Verdict.GO,
        Verdict.NO_GO,
        1_000_000_000_000L + number,
        2_000_000_000_000L + number,
        number + 0.5,
        number + 0.25,
        -number,
        PORTFOLIO);
  }

  /** Without. */
  static Outcome noGo(int number) {
    return new Outcome(
        digest(number),
        Decision.USE_PROMPTING,
        Verdict.NO_GO,
        null,
        -number,
        Outcome.FOREVER,
        0,
        0,
        0,
        PORTFOLIO);
  }

  private static byte[] digest(int number) {
    return ByteBuffer.allocate(16).putInt(12, number).array();
  }

  /** As the first builds of 0.1.0 stored an outcome. */
  @SuppressWarnings("EnumOrdinal") // As it did.
  static byte[] single(Outcome outcome) {
    byte[] rules = RULES.getBytes(UTF_8);
    byte[] portfolio = outcome.portfolio().getBytes(UTF_8);
    Verdict previous = outcome.previousVerdict();
    return ByteBuffer.allocate(61 + rules.length + portfolio.length)
        .put((byte) 1)
        .put(outcome.digest())
        .put((byte) outcome.decision().ordinal())
        .put((byte) outcome.verdict().ordinal())
        .put((byte) (previous == null ? -1 : previous.ordinal()))
        .putLong(outcome.verdictSince())
        .putLong(outcome.validUntil())
        .putDouble(outcome.monthlySavings())
        .putDouble(outcome.upfrontCost())
        .putDouble(outcome.netBenefit())
        .put((byte) rules.length)
        .put(rules)
        .put(portfolio)
        .array();
  }
}
