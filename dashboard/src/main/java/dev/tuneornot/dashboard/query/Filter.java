package dev.tuneornot.dashboard.query;

import dev.tuneornot.model.Decision;
import dev.tuneornot.model.Verdict;
import java.util.List;
import java.util.Locale;

/**
 * Which recommendations are meant: any of the values of each list; an empty list means all.
 *
 * @param models of the best candidate
 * @param providers of the best candidate
 * @param text that title or id contain, whatever the case; empty: any
 */
public record Filter(
    List<String> portfolios,
    List<Decision> decisions,
    List<Verdict> verdicts,
    List<String> models,
    List<String> providers,
    String text) {

  /** Every recommendation. */
  public static final Filter ALL =
      new Filter(List.of(), List.of(), List.of(), List.of(), List.of(), "");

  public Filter {
    portfolios = List.copyOf(portfolios);
    decisions = List.copyOf(decisions);
    verdicts = List.copyOf(verdicts);
    models = List.copyOf(models);
    providers = List.copyOf(providers);
    text = text.toLowerCase(Locale.ROOT);
  }

  boolean hasText() {
    return !text.isEmpty();
  }
}
