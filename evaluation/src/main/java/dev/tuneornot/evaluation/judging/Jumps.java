package dev.tuneornot.evaluation.judging;

import static dev.tuneornot.evaluation.judging.Findings.text;

import dev.tuneornot.model.FindingId;

/** Prices many times what they were, or a fraction of it (J1). */
final class Jumps {
  private Jumps() {}

  static void find(PeriodPair pair, ReviewBounds bounds, Findings findings) {
    PeriodFields before = pair.before();
    if (before == null) {
      return;
    }
    pair.after()
        .values()
        .forEach(
            (field, now) -> {
              Double then = before.get(field);
              if (then != null && then != 0 && now != 0 && bounds.isJump(then, now)) {
                findings.add(
                    FindingId.JUMP, field, text(then), text(now), text(bounds.jump())); // J1
              }
            });
  }
}
