package dev.tuneornot.schemas.validation;

import dev.tuneornot.model.Usage;
import java.time.Duration;
import java.time.Instant;

/** The bounds of measured usage (docs/rules.md, section 1). */
public final class UsageBounds extends Bounds<Usage> {
  private static final long MOST_REQUESTS = 10_000_000_000_000L;
  private static final long MOST_TOKENS = 1_000_000_000_000_000_000L;
  private static final long SHORTEST_WINDOW = Duration.ofDays(1).toMillis();
  private static final long LONGEST_WINDOW = Duration.ofDays(400).toMillis();

  @Override
  boolean check(Usage usage, Report report) {
    boolean valid = Texts.name(report, "proposalId", usage.getProposalId());
    valid &= window(report, usage.getWindowStart(), usage.getWindowEnd());
    long requests = usage.getRequests();
    valid &= Numbers.within(report, "", "requests", requests, 0, MOST_REQUESTS, "0..10^13");
    valid &= inputTokens(report, usage);
    valid &= tokens(report, "outputTokens", usage.getOutputTokens());
    valid &= Texts.text(report, "source", usage.getSource(), 500, "at most 500 characters");
    return valid;
  }

  private static boolean window(Report report, Instant start, Instant end) {
    boolean valid = Instants.known(report, "", "windowStart", start);
    valid &= Instants.known(report, "", "windowEnd", end);
    if (!valid) {
      return false;
    }
    long length = end.toEpochMilli() - start.toEpochMilli();
    if (length >= SHORTEST_WINDOW && length <= LONGEST_WINDOW) {
      return true;
    }
    report.violation("", "windowEnd", end, "1..400 days after windowStart (" + start + ")");
    return false;
  }

  private static boolean inputTokens(Report report, Usage usage) {
    long input = usage.getInputTokens();
    boolean valid = tokens(report, "inputTokens", input);
    long most = valid && !report.isUnread("inputTokens") ? input : MOST_TOKENS;
    long read = usage.getCachedInputTokens();
    boolean readValid = part(report, "cachedInputTokens", read, most, "inputTokens");
    boolean unread = !readValid || report.isUnread("cachedInputTokens");
    long rest = unread ? most : most - read;
    String of = unread ? "inputTokens" : "inputTokens - cachedInputTokens";
    valid &= readValid;
    valid &= part(report, "cacheWriteTokens", usage.getCacheWriteTokens(), rest, of);
    return valid;
  }

  private static boolean part(Report report, String name, long tokens, long most, String of) {
    if (tokens >= 0 && tokens <= most) {
      return true;
    }
    report.violation("", name, tokens, "0.." + of + " (" + most + ")");
    return false;
  }

  private static boolean tokens(Report report, String name, long tokens) {
    return Numbers.within(report, "", name, tokens, 0, MOST_TOKENS, "0..10^18");
  }
}
