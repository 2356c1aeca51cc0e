package dev.tuneornot.streams.score;

import dev.tuneornot.evaluation.Dependencies;
import dev.tuneornot.evaluation.Rules;
import dev.tuneornot.model.ChangeKind;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.schemas.RecordType;
import dev.tuneornot.streams.impact.ImpactPartials;
import dev.tuneornot.streams.inbound.Admission;
import dev.tuneornot.streams.inbound.DeadLetters;
import dev.tuneornot.streams.inbound.Decoding;
import dev.tuneornot.streams.inbound.InboundRecord;
import dev.tuneornot.streams.inbound.RecordDecoder;
import dev.tuneornot.streams.inbound.SchemaLookup;
import dev.tuneornot.streams.inbound.TopicIdentities;
import dev.tuneornot.streams.inbound.WriterSchemas;
import dev.tuneornot.streams.meters.AppMeters;
import dev.tuneornot.streams.pass.ChangeVersion;
import dev.tuneornot.streams.pass.Pass;
import dev.tuneornot.streams.pass.PassObserver;
import dev.tuneornot.streams.pass.SliceBudget;
import dev.tuneornot.streams.reference.PriceCalendar;
import dev.tuneornot.streams.reference.PromptCommits;
import dev.tuneornot.streams.reference.ReferenceBook;
import dev.tuneornot.streams.reference.ReferenceChange;
import dev.tuneornot.streams.reference.ReferenceKey;
import dev.tuneornot.streams.rollup.Flushes;
import dev.tuneornot.streams.rollup.PortfolioPartials;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * One task's share of the portfolio: admits its records, ties together what works on them, and sees
 * to it that slices run when there is something to do.
 */
public final class EvaluateProcessor implements Processor<byte[], byte[], byte[], Object> {

  /** The names of the stores that the processor works with. */
  public record Stores(
      String proposals,
      String outcomes,
      String reference,
      String pass,
      String schemas,
      String parked,
      String backlog,
      String portfolioPartials,
      String impactPartials) {

    public String[] names() {
      return new String[] {
        proposals,
        outcomes,
        reference,
        pass,
        schemas,
        parked,
        backlog,
        portfolioPartials,
        impactPartials
      };
    }
  }

  /** The names of the children that the processor forwards to. */
  public record Sinks(
      String recommendations,
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
      AppMeters meters) {

    /** To be run for every record that another processor of the same tasks takes. */
    public Runnable recordTaken() {
      return budget::recordTaken;
    }
  }

  private final String referenceTopic;
  private final Stores stores;
  private final Sinks sinks;
  private final Collaborators collaborators;
  private ProcessorContext<byte[], Object> context;
  private RecordDecoder<Proposal> decoder;
  private DeadLetters deadLetters;
  private Admission admission;
  private PortfolioPartials sums;
  private ImpactPartials impacts;
  private TaskWork work;
  private TaskMeter meter;
  private WorkTimer timer;
  private Flushes flushes;
  private PromptCommits commits;
  private boolean isBusy;

  public EvaluateProcessor(
      String referenceTopic, Stores stores, Sinks sinks, Collaborators collaborators) {
    this.referenceTopic = referenceTopic;
    this.stores = stores;
    this.sinks = sinks;
    this.collaborators = collaborators;
  }

  /** Rebuilds everything on the heap; a revived task is initialised again on the same object. */
  @Override
  public void init(ProcessorContext<byte[], Object> context) {
    this.context = context;
    meter = new TaskMeter(context, collaborators.meters());
    deadLetters =
        new DeadLetters(
            letter -> context.forward(letter, sinks.deadLetters()),
            collaborators.meters(),
            context::currentSystemTimeMs);
    WriterSchemas schemas = new WriterSchemas(store(stores.schemas()), collaborators.lookup());
    decoder = new RecordDecoder<>(RecordType.PROPOSAL, schemas);
    work = assembleWork();
    admission =
        new Admission(
            context,
            store(stores.parked()),
            schemas,
            deadLetters,
            collaborators.partitionCheck(),
            this::handleAndArrange,
            meter::parked);
    admission.begin();
    timer = new WorkTimer(context, collaborators.sliceInterval(), this::slice);
    flushes = new Flushes(context, this::flush);
    commits = new PromptCommits(context);
    isBusy = false;
    arrange();
  }

  private TaskWork assembleWork() {
    long now = context.currentSystemTimeMs();
    int partition = context.taskId().partition();
    KeyValueStore<Bytes, byte[]> passStore = store(stores.pass());
    ReferenceBook reference = new ReferenceBook(store(stores.reference()));
    PriceCalendar calendar = new PriceCalendar(passStore, reference);
    TimeTable timeTable = new TimeTable();
    sums = new PortfolioPartials(store(stores.portfolioPartials()), partition);
    Scorer.Listener listener =
        (id, proposal, before, after) -> follow(calendar, timeTable, id, proposal, before, after);
    ProposalBook proposals =
        new ProposalBook(
            store(stores.proposals()),
            new OutcomeBook(store(stores.outcomes())),
            decoder,
            collaborators.cache(),
            (id, proposal, outcome) -> {
              if (outcome != null) {
                listener.replaced(id, proposal, null, outcome);
              }
            });
    Scorer scorer =
        new Scorer(
            reference,
            recommendation -> {
              meter.emitted();
              context.forward(recommendation, sinks.recommendations());
            },
            listener,
            meter::evaluated,
            context::currentSystemTimeMs);
    impacts =
        new ImpactPartials(
            store(stores.impactPartials()),
            partition,
            collaborators.partitions(),
            key -> proposals.index().count(key, reference::hasOwnPolicy),
            (key, value) ->
                context.forward(
                    new Record<>(key, value, context.currentSystemTimeMs()),
                    sinks.impactPartials()));
    PassLog log = new PassLog(context.taskId());
    Pass pass =
        new Pass(
            passStore, proposals.index(), reference::hasOwnPolicy, PassObserver.both(impacts, log));
    // A topic with more partitions than the proposals makes tasks that have none of them.
    boolean hasProposals = partition < collaborators.partitions();
    if (hasProposals && new RulesVersion(passStore).update()) {
      ReferenceKey rules = new ReferenceKey(ChangeKind.RULES, Rules.VERSION);
      pass.note(rules, ChangeVersion.sent(ChangeVersion.BY_ITSELF), now);
    }
    Backlog backlog = new Backlog(store(stores.backlog()));
    return new TaskWork(
        proposals,
        reference,
        calendar,
        timeTable,
        backlog,
        pass,
        impacts,
        scorer,
        collaborators.gate(),
        log,
        meter);
  }

  /** Keeps what is derived from the outcomes in step with them. */
  private void follow(
      PriceCalendar calendar,
      TimeTable timeTable,
      Bytes id,
      @Nullable Proposal proposal,
      @Nullable Outcome before,
      @Nullable Outcome after) {
    meter.replaced(before, after);
    sums.change(
        before == null ? null : before.contribution(), after == null ? null : after.contribution());
    if (before != null
        && after != null
        && before.validUntil() == after.validUntil()
        && !calendar.wasEverAnnounced(after.validUntil())) {
      return;
    }
    if (before != null) {
      timeTable.remove(id, before.validUntil());
    }
    // An announced price comes into force as a change of its own, for all that depend on it.
    if (after != null
        && proposal != null
        && isUnannounced(calendar.announcedFor(after.validUntil()), proposal)) {
      timeTable.add(id, after.validUntil());
    }
  }

  private static boolean isUnannounced(Set<String> announced, Proposal proposal) {
    return announced.isEmpty() || Collections.disjoint(announced, Dependencies.models(proposal));
  }

  private KeyValueStore<Bytes, byte[]> store(String name) {
    return context.getStateStore(name);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    InboundRecord inbound = InboundRecord.of(context, record);
    if (inbound.topic().equals(referenceTopic)) {
      collaborators.budget().recordTaken();
      ReferenceKey key = ReferenceKey.fromBytes(inbound.key().get());
      ReferenceChange change = ReferenceChange.fromBytes(inbound.value());
      work.change(key, change, context.currentSystemTimeMs());
      arrange();
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
    work.close();
    meter.close();
  }

  /** Also of parked records, which come in between the records of the input. */
  private boolean handleAndArrange(InboundRecord record) {
    boolean handled = handleProposal(record);
    arrange();
    return handled;
  }

  private boolean handleProposal(InboundRecord record) {
    Bytes id = record.key();
    if (record.value() == null) {
      work.delete(id, record.headers());
      return true;
    }
    Decoding<Proposal> decoding = decoder.decode(id, record.value());
    if (decoding instanceof Decoding.Refused<Proposal> refused) {
      deadLetters.refuse(record, refused.refusal());
    } else if (decoding instanceof Decoding.Accepted<Proposal> accepted) {
      work.accept(id, accepted.value(), record.value(), record.headers());
    }
    return !(decoding instanceof Decoding.Awaiting<Proposal>);
  }

  private void slice() {
    long start = System.nanoTime();
    work.work(collaborators.budget().begin(context.taskId()), context.currentSystemTimeMs());
    meter.slice(System.nanoTime() - start);
    arrange();
  }

  /** Tells what was done and schedules what is to run next. */
  private void arrange() {
    meter.tell();
    long now = context.currentSystemTimeMs();
    boolean wasBusy = isBusy;
    isBusy = work.isBusy(now);
    timer.arrange(isBusy, work.next(), now);
    if (wasBusy && !isBusy) {
      commits.ask();
    }
    flushes.arrange(sums.hasChanges() || impacts.hasChanges());
  }

  private void flush() {
    impacts.flush();
    sums.flush(
        (key, value) ->
            context.forward(
                new Record<>(key, value, context.currentSystemTimeMs()),
                sinks.portfolioPartials()));
  }
}
