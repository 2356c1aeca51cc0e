package dev.tuneornot.streams.score;

import dev.tuneornot.streams.rollup.SumPortfoliosProcessor;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.jspecify.annotations.Nullable;

/** Sends partial results on a few times a second, while there are changed ones. */
final class Flushes {
  private final ProcessingContext context;
  private final Runnable flush;
  private @Nullable Cancellable scheduled;

  Flushes(ProcessingContext context, Runnable flush) {
    this.context = context;
    this.flush = flush;
  }

  void arrange(boolean due) {
    if (due && scheduled == null) {
      scheduled =
          context.schedule(
              SumPortfoliosProcessor.FLUSH_INTERVAL,
              PunctuationType.WALL_CLOCK_TIME,
              unused -> run());
    }
  }

  private void run() {
    cancel();
    flush.run();
  }

  /** Nothing is scheduled any more. */
  void cancel() {
    if (scheduled != null) {
      scheduled.cancel();
      scheduled = null;
    }
  }
}
