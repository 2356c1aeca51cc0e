package dev.tuneornot.portfolio.usage;

import dev.tuneornot.schemas.validation.Violation;
import java.util.List;

/** Takes what a source reads, row by row. */
public interface UsageRows {

  /** Why a row of an export is no traffic of a model. */
  enum Skipped {
    NOT_A_GENERATION("no generations of a model"),
    GATEWAY_CACHE("answered from the gateway's own cache, which no model is asked for"),
    NO_TOKENS("charges for something else than tokens"),
    NO_SUM("histograms, which are not for totals");

    private final String words;

    Skipped(String words) {
      this.words = words;
    }

    /** In words that follow "rows are". */
    public String words() {
      return words;
    }
  }

  void accept(UsageRow row);

  void skipped(Skipped reason);

  /** A row that cannot be used. */
  void refused(long line, List<Violation> violations);
}
