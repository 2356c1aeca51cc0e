package dev.tuneornot.standalone.faults;

import java.time.Duration;

/**
 * How large the tests are: small in every build, large in the Maven profile {@code faults}, or as
 * the system properties say.
 *
 * @param proposals in the tests of kills
 * @param kills one after another, in one pass
 * @param proposalsToMove in the tests of instances that come and go
 * @param proposalsAtColdStart waiting before the first start
 * @param proposalsToGrow on three brokers and three instances
 * @param standstillSeconds how long an instance stands still or is cut off
 * @param hammerSeconds how long one price is changed 100 times a second
 * @param patience with what has to come about, on a machine that does other things, too
 * @param killsLeavers whether an instance also leaves by SIGKILL, not by SIGTERM only
 */
record Scale(
    int proposals,
    int kills,
    int proposalsToMove,
    int proposalsAtColdStart,
    int proposalsToGrow,
    int standstillSeconds,
    int hammerSeconds,
    Duration patience,
    boolean killsLeavers) {

  static final Scale OF_THIS_RUN =
      new Scale(
          Integer.getInteger("faults.proposals", 10_000),
          Integer.getInteger("faults.kills", 2),
          Integer.getInteger("faults.move.proposals", 10_000),
          Integer.getInteger("faults.cold.proposals", 20_000),
          Integer.getInteger("faults.grow.proposals", 10_000),
          Integer.getInteger("faults.standstill.seconds", 12),
          Integer.getInteger("faults.hammer.seconds", 5),
          Duration.ofMinutes(Integer.getInteger("faults.patience.minutes", 5)),
          Boolean.getBoolean("faults.kill.leavers"));
}
