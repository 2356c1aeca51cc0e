package dev.tuneornot.streams.score;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tuneornot.evaluation.Dependencies;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Trigger;
import dev.tuneornot.schemas.RecordType;
import dev.tuneornot.streams.inbound.Admission;
import dev.tuneornot.streams.inbound.DeadLetters;
import dev.tuneornot.streams.inbound.Decoding;
import dev.tuneornot.streams.inbound.InboundRecord;
import dev.tuneornot.streams.inbound.RecordDecoder;
import dev.tuneornot.streams.inbound.RefusalMeter;
import dev.tuneornot.streams.inbound.SchemaLookup;
import dev.tuneornot.streams.inbound.WriterSchemas;
import dev.tuneornot.streams.pass.Pass;
import dev.tuneornot.streams.pass.PendingChange;
import dev.tuneornot.streams.pass.SliceBudget;
import dev.tuneornot.streams.reference.ReferenceBook;
import dev.tuneornot.streams.reference.ReferenceChange;
import dev.tuneornot.streams.reference.ReferenceKey;
import java.time.Duration;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * One task's share of the portfolio: answers proposals, notes changes of reference data, and works
 * off the re-scores they cause in slices between the records of the input.
 */
public final class EvaluateProcessor implements Processor<byte[], byte[], byte[], Object> {

  /** The names of the stores and children that the processor works with. */
  public record Wiring(
      String proposalsStore,
      String outcomesStore,
      String referenceStore,
      String passStore,
      String schemasStore,
      String parkedStore,
      String recommendationsSink,
      String deadLettersSink,
      String referenceTopic) {}

  /** What the processor needs besides its stores; shared by all tasks. */
  public record Collaborators(
      SchemaLookup lookup,
      Admission.PartitionCheck partitionCheck,
      SliceBudget budget,
      Duration sliceInterval) {}

  private final Wiring wiring;
  private final Collaborators collaborators;
  private ProcessorContext<byte[], Object> context;
  private RecordDecoder<Proposal> decoder;
  private DeadLetters deadLetters;
  private Admission admission;
  private ReferenceBook reference;
  private ProposalBook proposals;
  private Scorer scorer;
  private Pass pass;
  private @Nullable Cancellable slices;

  public EvaluateProcessor(Wiring wiring, Collaborators collaborators) {
    this.wiring = wiring;
    this.collaborators = collaborators;
  }

  /** Rebuilds everything on the heap; a revived task is initialised again on the same object. */
  @Override
  public void init(ProcessorContext<byte[], Object> context) {
    this.context = context;
    slices = null;
    deadLetters =
        new DeadLetters(
            letter -> context.forward(letter, wiring.deadLettersSink()),
            RefusalMeter.of(context),
            context::currentSystemTimeMs);
    WriterSchemas schemas =
        new WriterSchemas(context.getStateStore(wiring.schemasStore()), collaborators.lookup());
    decoder = new RecordDecoder<>(RecordType.PROPOSAL, schemas);
    reference = new ReferenceBook(context.getStateStore(wiring.referenceStore()));
    proposals = new ProposalBook(context.getStateStore(wiring.proposalsStore()), decoder);
    scorer =
        new Scorer(
            reference,
            context.getStateStore(wiring.outcomesStore()),
            recommendation -> context.forward(recommendation, wiring.recommendationsSink()),
            context::currentSystemTimeMs);
    pass =
        new Pass(
            context.getStateStore(wiring.passStore()),
            proposals.index(),
            reference::hasOwnPolicy,
            new PassLog(context.taskId()));
    admission =
        new Admission(
            context,
            context.getStateStore(wiring.parkedStore()),
            schemas,
            deadLetters,
            collaborators.partitionCheck(),
            this::handleProposal);
    scheduleSlices();
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    InboundRecord inbound = InboundRecord.of(context, record);
    if (inbound.topic().equals(wiring.referenceTopic())) {
      handleReference(inbound);
    } else {
      admission.admit(inbound);
    }
  }

  private void handleReference(InboundRecord record) {
    ReferenceKey key = ReferenceKey.fromBytes(record.key().get());
    ReferenceChange change = ReferenceChange.fromBytes(record.value());
    reference.apply(key, change);
    pass.note(key, change.offset(), context.currentSystemTimeMs());
    scheduleSlices();
  }

  private boolean handleProposal(InboundRecord record) {
    Bytes id = record.key();
    if (record.value() == null) {
      proposals.delete(id);
      scorer.delete(id, record.headers());
      return true;
    }
    Decoding<Proposal> decoding = decoder.decode(id, record.value());
    if (decoding instanceof Decoding.Refused<Proposal> refused) {
      deadLetters.refuse(record, refused.refusal());
    } else if (decoding instanceof Decoding.Accepted<Proposal> accepted) {
      Proposal proposal = accepted.value();
      proposals.put(id, proposal, record.value());
      Cause cause = new Cause(Trigger.PROPOSAL, proposal.getProposalId());
      scorer.answer(id, proposal, cause, record.headers());
    }
    return !(decoding instanceof Decoding.Awaiting<Proposal>);
  }

  /**
   * Slices are scheduled only while something is pending: under exactly-once every punctuation,
   * also an idle one, makes the task commit.
   */
  private void scheduleSlices() {
    if (slices == null && !pass.isIdle()) {
      slices =
          context.schedule(
              collaborators.sliceInterval(), PunctuationType.WALL_CLOCK_TIME, now -> slice());
    }
  }

  private void slice() {
    pass.work(collaborators.budget().begin(context.taskId()), this::rescore);
    if (pass.isIdle() && slices != null) {
      slices.cancel();
      slices = null;
    }
  }

  private void rescore(Bytes id) {
    Proposal proposal = proposals.find(id);
    if (proposal == null) {
      throw new IllegalStateException(
          "Indexed proposal is not stored: " + new String(id.get(), UTF_8));
    }
    scorer.rescore(id, proposal, newestCause(proposal));
  }

  /** The newest of the pending changes that {@code proposal} depends on. */
  private Cause newestCause(Proposal proposal) {
    PendingChange newest = null;
    for (PendingChange change : pass.pending()) {
      if (concerns(change.key(), proposal)
          && (newest == null || change.sequence() > newest.sequence())) {
        newest = change;
      }
    }
    if (newest == null) {
      throw new IllegalStateException("Visited without a cause: " + proposal.getProposalId());
    }
    return new Cause(trigger(newest.key()), newest.key().key());
  }

  private boolean concerns(ReferenceKey changed, Proposal proposal) {
    return switch (changed.kind()) {
      case PRICE -> Dependencies.models(proposal).contains(changed.key());
      case POLICY ->
          changed.key().equals(proposal.getPortfolio())
              || (changed.key().equals(ReferenceKey.EVERY_PORTFOLIO)
                  && !reference.hasOwnPolicy(proposal.getPortfolio()));
      case RULES -> true;
    };
  }

  private static Trigger trigger(ReferenceKey changed) {
    return switch (changed.kind()) {
      case PRICE -> Trigger.PRICE;
      case POLICY -> Trigger.POLICY;
      case RULES -> Trigger.RULES;
    };
  }
}
