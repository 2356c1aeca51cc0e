package dev.tuneornot.benchmarks.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.evaluation.Dependencies;
import dev.tuneornot.evaluation.Evaluator;
import dev.tuneornot.evaluation.Policies;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.schemas.TrustedClasses;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WarmUpTest {

  @BeforeAll
  static void trust() {
    TrustedClasses.install();
  }

  private static final int PARTITIONS = 4;
  private static final Instant AS_OF = Instant.parse("2026-11-22T00:00:00Z");

  private final Portfolio portfolio = new Portfolio(1, AS_OF);
  private final WarmUp warmUp = new WarmUp(PARTITIONS);

  @Test
  void shouldHaveAProposalInEachPartitionForAModelInEachPartition() throws IOException {
    Set<List<Integer>> pairs = new HashSet<>();
    for (String id : warmUp.ids()) {
      Proposal proposal = warmUp.proposal(id, template());
      assertThat(Dependencies.models(proposal))
          .containsExactlyInAnyOrderElementsOf(warmUp.models());
      pairs.add(List.of(partition(id), partition(proposal.getCandidateModels().get(0))));
    }

    assertThat(warmUp.ids()).allMatch(WarmUp::isWarmUp).doesNotHaveDuplicates();
    assertThat(pairs).hasSize(PARTITIONS * PARTITIONS);
  }

  @Test
  void shouldTellWhetherAllPricesWereKnown() throws IOException {
    Map<String, ModelPricing> prices = new HashMap<>();
    for (String model : warmUp.models()) {
      prices.put(model, portfolio.warmUpPrice(model));
    }
    Proposal proposal = warmUp.proposal(warmUp.ids().get(5), template());

    assertThat(WarmUp.isPriced(evaluated(proposal, prices))).isTrue();
    for (String model : warmUp.models()) {
      Map<String, ModelPricing> lacking = new HashMap<>(prices);
      lacking.remove(model);
      assertThat(WarmUp.isPriced(evaluated(proposal, lacking))).as("without %s", model).isFalse();
    }
  }

  private Proposal template() throws IOException {
    List<Proposal> proposals = new ArrayList<>();
    portfolio.proposals(1, (proposal, number) -> proposals.add(proposal));
    return proposals.get(0);
  }

  private static Recommendation evaluated(Proposal proposal, Map<String, ModelPricing> prices) {
    return Evaluator.evaluate(proposal, null, prices::get, Policies.builtin(), AS_OF);
  }

  private static int partition(String key) {
    return Utils.toPositive(Utils.murmur2(key.getBytes(UTF_8))) % PARTITIONS;
  }
}
