package dev.tuneornot.evaluation;

import static dev.tuneornot.evaluation.Given.POLICY;
import static dev.tuneornot.evaluation.Given.known;
import static dev.tuneornot.evaluation.Given.policy;
import static dev.tuneornot.evaluation.Given.proposal;
import static dev.tuneornot.evaluation.Given.workload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.model.Need;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Signal;
import dev.tuneornot.model.Workload;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignalsTest {
  private static final Workload NOTHING_REMOVABLE = workload().setRemovableTokens(0).build();

  private static List<Signal> signals(NeedSet needs, Workload workload, Policy policy) {
    Proposal proposal = proposal().setWorkload(workload).build();
    Demand demand = Demand.of(MeasuredUsage.effective(proposal, null, 0), workload, null, 0);
    return Signals.of(needs, demand, policy);
  }

  @ParameterizedTest(name = "{0} {1} for {2}")
  @CsvSource({
    "H1, CONSISTENT_FORMAT, STYLE_OR_FORMAT",
    "H2, DOMAIN_LANGUAGE,   DOMAIN_LANGUAGE",
    "H3, SPECIFIC_BEHAVIOR, SPECIFIC_BEHAVIOR",
  })
  void shouldFollowFromANeed(String id, Signal signal, Need need) {
    assertThat(signals(NeedSet.of(need), NOTHING_REMOVABLE, POLICY)).containsExactly(signal);
  }

  @ParameterizedTest(name = "H4 with {0} tokens, {1} removable, share {2}: {3}")
  @CsvSource({
    "1000, 499,  0.5, false",
    "1000, 500,  0.5, true",
    "1000, 1000, 0.5, true",
    "1001, 500,  0.5, false",
    "1000, 0,    0.5, false",
    "1000, 0,    0.0, true",
    "1000, 999,  1.0, false",
    "1000, 1000, 1.0, true",
    "0,    0,    0.5, false",
    "0,    0,    0.0, false",
  })
  void shouldSeeShorterPrompts(int tokens, int removable, double share, boolean expected) {
    Workload workload = workload().setPromptTokens(tokens).setRemovableTokens(removable).build();
    Policy policy = policy().setPromptShareForSavings(share).build();

    assertThat(signals(NeedSet.of(), workload, policy).contains(Signal.SHORTER_PROMPTS))
        .isEqualTo(expected);
  }

  @Test
  void shouldSeeLowerLatencyWherePromptsGetShorter() { // H5
    NeedSet needs = NeedSet.of(Need.LOW_LATENCY);

    assertThat(signals(needs, workload().build(), POLICY))
        .containsExactly(Signal.SHORTER_PROMPTS, Signal.LOWER_LATENCY);
    assertThat(signals(needs, NOTHING_REMOVABLE, POLICY)).isEmpty();
  }

  @Test
  void shouldKeepTheOrderOfTheRules() {
    assertThat(signals(NeedSet.of(known(Need.values())), workload().build(), POLICY))
        .containsExactly(known(Signal.values()));
  }
}
