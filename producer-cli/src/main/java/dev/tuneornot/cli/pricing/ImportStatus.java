package dev.tuneornot.cli.pricing;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How an import that keeps running fares. Thread-safe. */
final class ImportStatus {

  /**
   * A source.
   *
   * @param lastRead null: not yet
   * @param failures since it was read last
   * @param error why it could not be read; empty where it could
   */
  record SourceState(
      @Nullable Instant lastRead, int models, int failures, long failed, String error) {}

  private static final int ROUNDS = 3;
  private static final SourceState UNREAD = new SourceState(null, 0, 0, 0, "");

  private final Duration every;
  private final Map<String, SourceState> sources = new LinkedHashMap<>();
  private @Nullable Instant lastRound;
  private String roundError = "";
  private List<String> blocked = List.of();
  private int findings;
  private long sent;
  private long rounds;
  private long failedRounds;

  ImportStatus(List<String> names, Duration every) {
    this.every = every;
    names.forEach(name -> sources.put(name, UNREAD));
  }

  synchronized void read(String name, Instant at, int models) {
    SourceState before = sources.getOrDefault(name, UNREAD);
    sources.put(name, new SourceState(at, models, 0, before.failed(), ""));
  }

  synchronized void failed(String name, String error) {
    SourceState before = sources.getOrDefault(name, UNREAD);
    sources.put(
        name,
        new SourceState(
            before.lastRead(), before.models(), before.failures() + 1, before.failed() + 1, error));
  }

  synchronized void planned(int findingsNow, long sentNow, List<String> reasons) {
    findings = findingsNow;
    sent += sentNow;
    blocked = List.copyOf(reasons);
  }

  synchronized void roundDone(Instant at) {
    lastRound = at;
    rounds++;
    roundError = "";
  }

  synchronized void roundFailed(String error) {
    failedRounds++;
    roundError = error;
  }

  /** Why it is not ready; empty where it is. */
  synchronized String reason(Instant now) {
    for (Map.Entry<String, SourceState> source : sources.entrySet()) {
      if (source.getValue().lastRead() == null) {
        String error = source.getValue().error();
        return source.getKey() + " has not been read yet" + (error.isEmpty() ? "" : ": " + error);
      }
    }
    if (!roundError.isEmpty()) {
      return roundError;
    }
    if (lastRound == null) {
      return "nothing has been compared yet";
    }
    if (lastRound.plus(every.multipliedBy(ROUNDS)).isBefore(now)) {
      return "nothing has been compared since " + lastRound;
    }
    return blocked.isEmpty() ? "" : "nothing is sent: " + String.join("; ", blocked);
  }

  synchronized Map<String, SourceState> sources() {
    return new LinkedHashMap<>(sources);
  }

  synchronized @Nullable Instant lastRound() {
    return lastRound;
  }

  synchronized boolean isBlocked() {
    return !blocked.isEmpty();
  }

  synchronized int findings() {
    return findings;
  }

  synchronized long sent() {
    return sent;
  }

  synchronized long rounds() {
    return rounds;
  }

  synchronized long failedRounds() {
    return failedRounds;
  }
}
