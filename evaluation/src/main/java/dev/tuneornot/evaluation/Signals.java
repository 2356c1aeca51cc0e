package dev.tuneornot.evaluation;

import static dev.tuneornot.evaluation.EnumLists.bit;

import dev.tuneornot.model.Need;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.Signal;
import java.util.List;

/** Signs that tuning helps (section 4, H1 to H5). */
final class Signals {
  private static final EnumLists<Signal> LISTS = new EnumLists<>(Signal.values());

  private Signals() {}

  static List<Signal> of(NeedSet needs, Demand demand, Policy policy) {
    int signals = 0;
    if (needs.has(Need.STYLE_OR_FORMAT)) {
      signals |= bit(Signal.CONSISTENT_FORMAT); // H1
    }
    if (needs.has(Need.DOMAIN_LANGUAGE)) {
      signals |= bit(Signal.DOMAIN_LANGUAGE); // H2
    }
    if (needs.has(Need.SPECIFIC_BEHAVIOR)) {
      signals |= bit(Signal.SPECIFIC_BEHAVIOR); // H3
    }
    if (shortensPrompts(demand, policy)) {
      signals |= bit(Signal.SHORTER_PROMPTS); // H4
      if (needs.has(Need.LOW_LATENCY)) {
        signals |= bit(Signal.LOWER_LATENCY); // H5
      }
    }
    return LISTS.get(signals);
  }

  private static boolean shortensPrompts(Demand demand, Policy policy) {
    double promptTokens = demand.promptTokens();
    return promptTokens > 0
        && demand.removableTokens() >= policy.getPromptShareForSavings() * promptTokens;
  }
}
