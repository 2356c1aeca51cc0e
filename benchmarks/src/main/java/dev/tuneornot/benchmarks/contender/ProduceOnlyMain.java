package dev.tuneornot.benchmarks.contender;

import dev.tuneornot.benchmarks.data.Portfolio;
import dev.tuneornot.benchmarks.data.ProposalFile;
import dev.tuneornot.benchmarks.process.StandardInput;
import dev.tuneornot.schemas.TrustedClasses;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Sends the rows of a re-score, encoded beforehand, each time that it is told to. */
final class ProduceOnlyMain {

  private ProduceOnlyMain() {}

  public static void main(String[] arguments) throws IOException {
    TrustedClasses.install();
    Arguments settings = Arguments.parse(arguments);
    int threads = (int) settings.number("threads");
    long dependants = Portfolio.dependants(settings.number("proposals"));
    Portfolio portfolio =
        new Portfolio(settings.number("seed"), Instant.parse(settings.get("as.of")));
    EncodedRows rows =
        EncodedRows.of(
            portfolio, ProposalFile.at(Path.of(settings.get("proposals.file"))), settings, threads);
    List<Transactions> producers = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      producers.add(
          new Transactions(
              settings.producer(),
              "produce-only-" + i,
              settings.number("commit.interval.ms"),
              producer -> {}));
    }
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    System.out.println(Contender.READY);
    StandardInput.forEachLine(
        line -> {
          long before = 0;
          for (int i = 0; i < threads; i++) {
            int thread = i;
            // What is over goes to the last.
            long share = i < threads - 1 ? dependants / threads : dependants - before;
            before += share;
            Future<?> unused = pool.submit(() -> rows.send(thread, share, producers.get(thread)));
          }
        });
    System.exit(0);
  }
}
