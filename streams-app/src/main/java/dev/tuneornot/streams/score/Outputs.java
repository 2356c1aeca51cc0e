package dev.tuneornot.streams.score;

import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Where a task's records go. */
final class Outputs {

  private final ProcessorContext<byte[], Object> context;
  private final EvaluateProcessor.Sinks sinks;

  Outputs(ProcessorContext<byte[], Object> context, EvaluateProcessor.Sinks sinks) {
    this.context = context;
    this.sinks = sinks;
  }

  void recommendation(Record<byte[], Object> recommendation) {
    context.forward(recommendation, sinks.recommendations());
  }

  void change(Record<byte[], Object> change) {
    context.forward(change, sinks.changes());
  }

  void deadLetter(Record<byte[], Object> deadLetter) {
    context.forward(deadLetter, sinks.deadLetters());
  }

  void ofPortfolio(Record<byte[], byte[]> partial) {
    context.forward(partial.withValue((Object) partial.value()), sinks.portfolioPartials());
  }

  void ofImpact(Record<byte[], byte[]> partial) {
    context.forward(partial.withValue((Object) partial.value()), sinks.impactPartials());
  }

  /** Milliseconds since the epoch. */
  long now() {
    return context.currentSystemTimeMs();
  }
}
