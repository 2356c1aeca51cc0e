package dev.tuneornot.streams.score;

import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Usage;
import dev.tuneornot.schemas.RecordType;
import dev.tuneornot.streams.inbound.Admission;
import dev.tuneornot.streams.inbound.DeadLetters;
import dev.tuneornot.streams.inbound.Decoding;
import dev.tuneornot.streams.inbound.InboundRecord;
import dev.tuneornot.streams.inbound.RecordDecoder;
import dev.tuneornot.streams.inbound.SchemaLookup;
import dev.tuneornot.streams.inbound.TopicIdentities;
import dev.tuneornot.streams.inbound.WriterSchemas;
import dev.tuneornot.streams.meters.AppMeters;
import dev.tuneornot.streams.pages.CacheBudget;
import dev.tuneornot.streams.reference.PromptCommits;
import dev.tuneornot.streams.reference.ReferenceChange;
import dev.tuneornot.streams.reference.ReferenceKey;
import dev.tuneornot.streams.reference.Reviewing;
import dev.tuneornot.streams.rollup.Flushes;
import dev.tuneornot.streams.sweep.SliceBudget;
import java.time.Duration;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * One task's share of the portfolio: admits its records, ties together what works on them, and sees
 * to it that slices run when there is something to do.
 */
public final class EvaluateProcessor implements Processor<byte[], byte[], byte[], Object> {

  /** The names of the stores that the processor works with. */
  public record Stores(
      String proposals,
      String usage,
      String pages,
      String reference,
      String sweep,
      String schemas,
      String parked,
      String backlog,
      String portfolioPartials,
      String impactPartials) {

    public String[] names() {
      return new String[] {
        proposals,
        usage,
        pages,
        reference,
        sweep,
        schemas,
        parked,
        backlog,
        portfolioPartials,
        impactPartials
      };
    }
  }

  /**
   * What the processor knows of topics.
   *
   * @param reference the name of the topic that carries prices and policies
   * @param usage the name of the topic that has what was measured
   * @param recommendationsId the id of the topic that has the recommendations
   */
  public record Topics(String reference, String usage, String recommendationsId) {}

  /** The names of the children that the processor forwards to. */
  public record Sinks(
      String recommendations,
      String changes,
      String deadLetters,
      String portfolioPartials,
      String impactPartials) {}

  /**
   * What the processor needs besides its stores; shared by all tasks.
   *
   * @param partitions of the proposals topic, and so the number of tasks that evaluate
   * @param identities of all topics, by name
   */
  public record Collaborators(
      SchemaLookup lookup,
      Admission.PartitionCheck partitionCheck,
      int partitions,
      TopicIdentities identities,
      SliceBudget budget,
      Duration sliceInterval,
      StartGate gate,
      CacheBudget cache,
      Reviewing reviewing,
      AppMeters meters) {

    /** To be run for every record that another processor of the same tasks takes. */
    public Runnable recordTaken() {
      return budget::recordTaken;
    }
  }

  /** Portfolios whose sums are sent on in one go. */
  private static final int PORTFOLIOS_A_FLUSH = 1_000;

  private final Topics topics;
  private final Stores stores;
  private final Sinks sinks;
  private final Collaborators collaborators;
  private ProcessorContext<byte[], Object> context;
  private Outputs outputs;
  private RecordDecoder<Proposal> decoder;
  private RecordDecoder<Usage> usageDecoder;
  private DeadLetters deadLetters;
  private Admission admission;
  private TaskState state;
  private TaskWork work;
  private TaskMeter meter;
  private WorkTimer timer;
  private Flushes flushes;
  private PromptCommits commits;
  private boolean isBusy;

  public EvaluateProcessor(Topics topics, Stores stores, Sinks sinks, Collaborators collaborators) {
    this.topics = topics;
    this.stores = stores;
    this.sinks = sinks;
    this.collaborators = collaborators;
  }

  /** Makes everything on the heap anew; a revived task is initialised again on the same object. */
  @Override
  public void init(ProcessorContext<byte[], Object> context) {
    this.context = context;
    outputs = new Outputs(context, sinks);
    meter = new TaskMeter(collaborators.meters());
    deadLetters = new DeadLetters(outputs::deadLetter, collaborators.meters(), outputs::now);
    WriterSchemas schemas =
        new WriterSchemas(context.getStateStore(stores.schemas()), collaborators.lookup());
    decoder = new RecordDecoder<>(RecordType.PROPOSAL, schemas);
    state = TaskState.of(context, stores, collaborators.cache(), collaborators.partitions());
    usageDecoder = new RecordDecoder<>(RecordType.USAGE, schemas);
    UsageBook usages = new UsageBook(context.getStateStore(stores.usage()), usageDecoder);
    Portfolio portfolio = new Portfolio(state, decoder, usages, outputs, meter);
    SweepLog log = new SweepLog(context.taskId());
    work = new TaskWork(portfolio, state, collaborators.gate(), outputs, log, meter);
    admission =
        new Admission(
            context,
            context.getStateStore(stores.parked()),
            schemas,
            deadLetters,
            collaborators.partitionCheck(),
            this::handleAndSchedule,
            meter::parked);
    admission.begin();
    timer = new WorkTimer(context, collaborators.sliceInterval(), this::slice);
    flushes = new Flushes(context, this::flush);
    commits = new PromptCommits(context);
    isBusy = false;
    usages.load();
    state.load();
    work.begin();
    // A topic with more partitions than the proposals makes tasks that have none of them.
    if (context.taskId().partition() < collaborators.partitions()) {
      work.compareWithLastRun(topics.recommendationsId());
    }
    schedule();
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    InboundRecord inbound = InboundRecord.of(context, record);
    if (inbound.topic().equals(topics.reference())) {
      collaborators.budget().recordTaken();
      ReferenceKey key = ReferenceKey.fromBytes(record.key());
      work.change(key, ReferenceChange.fromBytes(record.value()));
      schedule();
    } else {
      collaborators.budget().proposalTaken();
      admission.admit(inbound);
    }
  }

  /** What is scheduled outlives a task that is revived, so it has to be cancelled. */
  @Override
  public void close() {
    admission.close();
    timer.cancel();
    flushes.cancel();
    state.pages().close();
    meter.close();
  }

  /** Also of parked records, which come in between the records of the input. */
  private boolean handleAndSchedule(InboundRecord record) {
    boolean handled = handle(record);
    schedule();
    return handled;
  }

  private boolean handle(InboundRecord record) {
    return record.topic().equals(topics.usage()) ? handleUsage(record) : handleProposal(record);
  }

  private boolean handleUsage(InboundRecord record) {
    if (record.value() == null) {
      work.measure(record.key(), null, null);
      return true;
    }
    Decoding<Usage> decoding = usageDecoder.decode(record.key(), record.value());
    if (decoding instanceof Decoding.Refused<Usage> refused) {
      deadLetters.refuse(record, refused.refusal());
    } else if (decoding instanceof Decoding.Accepted<Usage> accepted) {
      work.measure(record.key(), accepted.value(), record.value());
    }
    return !(decoding instanceof Decoding.Awaiting<Usage>);
  }

  private boolean handleProposal(InboundRecord record) {
    if (record.value() == null) {
      work.delete(record.key(), record.headers());
      return true;
    }
    Decoding<Proposal> decoding = decoder.decode(record.key(), record.value());
    if (decoding instanceof Decoding.Refused<Proposal> refused) {
      deadLetters.refuse(record, refused.refusal());
    } else if (decoding instanceof Decoding.Accepted<Proposal> accepted) {
      work.accept(
          new Portfolio.Sent(
              record.key(), accepted.value(), record.value(), record.headers(), record.offset()));
    }
    return !(decoding instanceof Decoding.Awaiting<Proposal>);
  }

  private void slice() {
    long start = System.nanoTime();
    work.work(collaborators.budget().begin(context.taskId()));
    meter.slice(System.nanoTime() - start);
    schedule();
  }

  /** Tells what was done and schedules what is to run next. */
  private void schedule() {
    meter.tell();
    boolean wasBusy = isBusy;
    isBusy = work.isBusy();
    timer.schedule(isBusy, work.next(), outputs.now());
    if (wasBusy && !isBusy) {
      commits.ask();
    }
    flushes.schedule(hasToFlush());
  }

  private boolean hasToFlush() {
    return state.impacts().hasProgress() || (work.isComplete() && state.sums().hasChanges());
  }

  private void flush() {
    state.impacts().takeProgress(outputs.now()).forEach(outputs::ofImpact);
    if (work.isComplete()) {
      state.sums().takeChanged(PORTFOLIOS_A_FLUSH, outputs.now()).forEach(outputs::ofPortfolio);
    }
    flushes.schedule(hasToFlush());
  }
}
