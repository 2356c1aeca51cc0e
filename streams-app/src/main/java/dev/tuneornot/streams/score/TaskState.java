package dev.tuneornot.streams.score;

import dev.tuneornot.streams.impact.ImpactPartials;
import dev.tuneornot.streams.pages.CacheBudget;
import dev.tuneornot.streams.pages.Pages;
import dev.tuneornot.streams.pages.ProposalStore;
import dev.tuneornot.streams.reference.ModelDates;
import dev.tuneornot.streams.reference.ReferenceBook;
import dev.tuneornot.streams.rollup.PortfolioPartials;
import dev.tuneornot.streams.sweep.Sweep;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/** What a task keeps: each part over the store that it is durable in. */
record TaskState(
    ProposalStore proposals,
    Pages pages,
    Backlog backlog,
    ReferenceBook reference,
    ModelDates dates,
    Sweep sweep,
    ImpactPartials impacts,
    PortfolioPartials sums,
    LastRun lastRun) {

  /**
   * @param partitions how many tasks there are
   */
  static TaskState of(
      ProcessorContext<byte[], Object> context,
      EvaluateProcessor.Stores stores,
      CacheBudget cache,
      int partitions) {
    int partition = context.taskId().partition();
    KeyValueStore<Bytes, byte[]> sweepStore = context.getStateStore(stores.sweep());
    ProposalStore proposals = new ProposalStore(context.getStateStore(stores.proposals()), cache);
    Pages pages = new Pages(context.getStateStore(stores.pages()), proposals);
    ReferenceBook reference = new ReferenceBook(context.getStateStore(stores.reference()));
    return new TaskState(
        proposals,
        pages,
        new Backlog(context.getStateStore(stores.backlog())),
        reference,
        new ModelDates(sweepStore, reference),
        new Sweep(sweepStore, pages, reference::hasOwnPolicy),
        new ImpactPartials(context.getStateStore(stores.impactPartials()), partition, partitions),
        new PortfolioPartials(context.getStateStore(stores.portfolioPartials()), partition),
        new LastRun(sweepStore));
  }

  /** Reads what is small; the pages are loaded in slices. */
  void load() {
    backlog.load();
    reference.load();
    dates.load();
    sweep.load();
    impacts.load();
    sums.load();
  }
}
