package dev.tuneornot.cli.pricing;

import dev.tuneornot.cli.console.ExitCode;
import dev.tuneornot.cli.console.OperationFailure;
import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.fetch.Download;
import dev.tuneornot.cli.output.OutputOptions;
import dev.tuneornot.cli.output.RowWriter;
import dev.tuneornot.evaluation.judging.ReviewSettings;
import dev.tuneornot.portfolio.catalogue.Plan;
import dev.tuneornot.portfolio.catalogue.Sources;
import dev.tuneornot.portfolio.catalogue.Stored;
import dev.tuneornot.portfolio.formats.Reading;
import dev.tuneornot.portfolio.prices.Finding;
import dev.tuneornot.portfolio.prices.PriceChange;
import dev.tuneornot.portfolio.prices.PriceMerge;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Imports again and again. What is stored is read from the topic each time, so there is no other
 * state: what was sent is not sent again, also after a restart.
 *
 * <p>Of a source that cannot be read what it said last still holds. As long as one has not been
 * read at all nothing is sent, as it may be the one that is trusted more.
 */
final class Repetition {

  private static final Duration FIRST_RETRY = Duration.ofSeconds(5);
  private static final int MOST_DOUBLINGS = 16;

  /** A source and what it said last. */
  private static final class Source {
    private final SourceName name;
    private Download.Answer answer = Download.Answer.NONE;
    private byte @Nullable [] bytes;
    private int failures;
    private Instant due = Instant.MIN;

    Source(SourceName name) {
      this.name = name;
    }
  }

  private final SourceOptions options;
  private final StoredPrices prices;
  private final Download download;
  private final Duration every;
  private final boolean force;
  private final ReviewSettings review;
  private final OutputOptions output;
  private final Surroundings surroundings;
  private final ImportStatus status;
  private final Duration firstRetry;
  private final List<Source> sources = new ArrayList<>();

  /** By the round that had it last. */
  private final Map<Finding, Integer> told = new HashMap<>();

  private final Set<String> saidKeys = new HashSet<>();

  private int tellings;
  private int failedRounds;

  Repetition(
      SourceOptions options,
      StoredPrices prices,
      Download download,
      Duration every,
      boolean force,
      ReviewSettings review,
      OutputOptions output,
      Surroundings surroundings) {
    this.options = options;
    this.prices = prices;
    this.download = download;
    this.every = every;
    this.force = force;
    this.review = review;
    this.output = output;
    this.surroundings = surroundings;
    this.firstRetry = FIRST_RETRY.compareTo(every) < 0 ? FIRST_RETRY : every;
    options.all().forEach(name -> sources.add(new Source(name)));
    this.status =
        new ImportStatus(options.all().stream().map(SourceName::displayName).toList(), every);
  }

  ImportStatus status() {
    return status;
  }

  /** Runs until the thread is interrupted. */
  int run() {
    while (!Thread.currentThread().isInterrupted()) {
      Instant next = round();
      try {
        long millis = Duration.between(surroundings.clock().instant(), next).toMillis();
        Thread.sleep(Math.max(millis, 1));
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
      }
    }
    return ExitCode.DONE;
  }

  /**
   * Asks the sources that are due, and sends what changed.
   *
   * @return when there is something to do again
   */
  Instant round() {
    Instant now = surroundings.clock().instant();
    boolean looked = false;
    for (Source source : sources) {
      if (!source.due.isAfter(now)) {
        looked |= look(source, now);
      }
    }
    Instant next = sources.stream().map(source -> source.due).min(Instant::compareTo).orElse(now);
    if (!looked && failedRounds == 0) {
      return next;
    }
    if (sources.stream().anyMatch(source -> source.bytes == null)) {
      return next;
    }
    try {
      importAll(now.truncatedTo(ChronoUnit.SECONDS));
      failedRounds = 0;
      status.roundDone(surroundings.clock().instant());
    } catch (OperationFailure | IOException failure) {
      if (Thread.currentThread().isInterrupted()) {
        return next;
      }
      failedRounds++;
      status.roundFailed(String.valueOf(failure.getMessage()));
      say("%s; trying again".formatted(failure.getMessage()));
      Instant retry = now.plus(backoff(failedRounds));
      return retry.isBefore(next) ? retry : next;
    }
    return next;
  }

  /** Whether the source could be read. */
  private boolean look(Source source, Instant now) {
    try {
      Download.Answer came = fetched(source);
      byte[] bytes = came.bytes() == null ? new byte[0] : came.bytes();
      // What it holds is looked at before what came before, and its tag, are given up.
      Reading reading = options.read(source.name, bytes, now);
      if (source.failures > 0) {
        say(source.name.displayName() + " is back");
      }
      source.bytes = bytes;
      source.answer = new Download.Answer(null, came.etag(), came.lastModified());
      source.failures = 0;
      source.due = now.plus(every);
      status.read(source.name.displayName(), now, reading.models().size());
      return true;
    } catch (IOException unreadable) {
      if (Thread.currentThread().isInterrupted()) {
        return false; // The process is stopped, and the source is not to blame.
      }
      source.failures++;
      source.due = now.plus(backoff(source.failures));
      String reason = SourceReader.reason(unreadable);
      status.failed(source.name.displayName(), reason);
      say(
          "%s cannot be read: %s; what it said before holds, next try in %d s"
              .formatted(source.name.displayName(), reason, backoff(source.failures).toSeconds()));
      return false;
    }
  }

  /** With bytes: those of before, where the server says that nothing changed. */
  private Download.Answer fetched(Source source) throws IOException {
    if (!source.name.isAddress()) {
      try (InputStream in = source.name.asFile().open(InputStream.nullInputStream())) {
        return new Download.Answer(in.readAllBytes(), null, null);
      }
    }
    Download.Answer answer = download.get(source.name.address(), source.answer);
    if (answer.bytes() != null) {
      return answer;
    }
    if (source.bytes == null) {
      throw new IOException("the server says that nothing changed, and nothing came before");
    }
    return new Download.Answer(source.bytes, answer.etag(), answer.lastModified());
  }

  private Duration backoff(int failures) {
    Duration wait = firstRetry.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
    return wait.compareTo(every) < 0 ? wait : every;
  }

  private void importAll(Instant now) throws IOException {
    List<Reading> readings = new ArrayList<>();
    for (Source source : sources) {
      byte[] bytes = source.bytes;
      if (bytes != null) {
        readings.add(options.read(source.name, bytes, now));
      }
    }
    sayRefused(readings);
    Stored stored = prices.read();
    Sources stated = Sources.of(readings, stored.prices().keySet());
    Plan plan = Plan.of(stated, stored, new PriceMerge(now, stored.refreshAfter()), review, now);
    tell(plan);
    boolean blocked = !plan.reasons().isEmpty() && !force;
    long sent = 0;
    if (blocked) {
      plan.reasons().forEach(reason -> say("Nothing was sent: " + reason));
    } else {
      sent = prices.send(plan);
    }
    status.planned(plan.findings().size(), sent, blocked ? plan.reasons() : List.of());
    if (sent > 0) {
      say(String.format(Locale.ROOT, "%,d prices sent", sent));
    }
  }

  /** What is sent, and what is odd and was not told before. */
  private void tell(Plan plan) throws IOException {
    List<PriceChange> changes = plan.changes().stream().filter(PriceChange::isToBeSent).toList();
    List<Finding> findings =
        plan.findings().stream().filter(finding -> !told.containsKey(finding)).toList();
    tellings++;
    plan.findings().forEach(finding -> told.put(finding, tellings));
    // For a round nothing is found about a price that was sent and that the app is yet to hold.
    told.values().removeIf(last -> last < tellings - 1);
    if (changes.isEmpty() && findings.isEmpty()) {
      return;
    }
    try (RowWriter<ReportRow> rows = output.open(surroundings, ReportRow.layout())) {
      Report.write(new Plan(changes, findings, plan.reasons()), List.of(), false, rows);
    }
  }

  private void sayRefused(List<Reading> readings) {
    for (Reading reading : readings) {
      for (Reading.Skipped skipped : reading.skipped()) {
        String line = reading.name() + ": " + skipped.key() + ": " + skipped.violations();
        if (!skipped.violations().isEmpty() && saidKeys.add(line)) {
          say(line);
        }
      }
    }
  }

  private void say(String sentence) {
    surroundings.say(
        surroundings.clock().instant().truncatedTo(ChronoUnit.SECONDS) + " " + sentence);
  }
}
