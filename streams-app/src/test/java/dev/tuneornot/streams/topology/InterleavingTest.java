package dev.tuneornot.streams.topology;

import static dev.tuneornot.streams.topology.Samples.policy;
import static dev.tuneornot.streams.topology.Samples.tunable;
import static dev.tuneornot.streams.topology.Samples.worthTuning;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.evaluation.Evaluator;
import dev.tuneornot.evaluation.OutcomeDigest;
import dev.tuneornot.evaluation.Policies;
import dev.tuneornot.model.ImpactState;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.PortfolioSummary;
import dev.tuneornot.model.PriceImpact;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.portfolio.summary.Recomputation;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any order of prices, policies, proposals, deletions, slices and time comes to the same end. */
class InterleavingTest {
  private static final int STEPS = 1_000;
  private static final int MODELS = 6;
  private static final List<String> PORTFOLIOS = List.of("legal", "sales", "health");

  private final Map<String, ModelPricing> prices = new HashMap<>();
  private final Map<String, Policy> policies = new HashMap<>();
  private final Map<String, Proposal> proposals = new TreeMap<>();
  private final Map<String, Recommendation> recommendations = new TreeMap<>();
  private final Map<String, PortfolioSummary> summaries = new TreeMap<>();
  private final Map<String, PriceImpact> impacts = new HashMap<>();

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void shouldEndOnTheLastFacts(long seed) {
    Random random = new Random(seed);
    try (Bench bench = new Bench(1 + random.nextInt(4))) {
      for (int step = 0; step < STEPS; step++) {
        step(bench, random);
        read(bench);
      }
      bench.settle().forEach(each -> recommendations.put(each.getProposalId(), each));
      // Time has gone on meanwhile, by leaps longer than a slice.
      for (int i = 0; i < 60; i++) {
        bench.slice();
        read(bench);
      }

      assertThat(recommendations).containsOnlyKeys(proposals.keySet());
      recommendations.forEach(
          (id, given) -> assertThat(isOfTheLastFacts(given, bench.now())).as(id).isTrue());
      assertThat(summaries).isEqualTo(summed());
      assertThat(impacts.values())
          .extracting(PriceImpact::getState)
          .doesNotContain(ImpactState.RUNNING);
    }
  }

  private void step(Bench bench, Random random) {
    switch (random.nextInt(10)) {
      case 0 -> sendPrice(bench, random);
      case 1 -> {
        String model = model(random);
        prices.remove(model);
        bench.sendPricing(model, null);
      }
      case 2 -> sendPolicy(bench, random);
      case 3 -> {
        String key = policyKey(random);
        policies.remove(key);
        bench.deletePolicy(key);
      }
      case 4, 5, 6 -> sendProposal(bench, random);
      case 7 -> {
        String id = id(random);
        proposals.remove(id);
        bench.deleteProposal(id);
      }
      default -> bench.slice();
    }
  }

  private void sendPrice(Bench bench, Random random) {
    ModelPricing price = tunable(model(random), 0.1 * (1 + random.nextInt(30)));
    price.getPeriods().get(0).setInputPerMTok(0.5 * random.nextInt(10));
    if (random.nextBoolean()) {
      price.setTuningClosesAt(Bench.START.plus(Duration.ofMillis(random.nextInt(40_000))));
    }
    prices.put(price.getModelId(), price);
    bench.send(price);
  }

  private void sendPolicy(Bench bench, Random random) {
    String key = policyKey(random);
    Policy policy = policy("v" + random.nextInt(3), 500 * (1 + random.nextInt(4)));
    policies.put(key, policy);
    bench.send(key, policy);
  }

  private void sendProposal(Bench bench, Random random) {
    Proposal proposal =
        worthTuning(
            id(random),
            PORTFOLIOS.get(random.nextInt(PORTFOLIOS.size())),
            model(random),
            List.copyOf(new TreeSet<>(List.of(model(random), model(random)))));
    proposals.put(proposal.getProposalId(), proposal);
    bench.send(proposal);
  }

  private static String id(Random random) {
    return "p" + random.nextInt(25);
  }

  private static String model(Random random) {
    return "m/" + random.nextInt(MODELS);
  }

  private static String policyKey(Random random) {
    return random.nextBoolean() ? "*" : PORTFOLIOS.get(random.nextInt(PORTFOLIOS.size()));
  }

  private void read(Bench bench) {
    for (TestRecord<String, byte[]> record : bench.drainRecords()) {
      if (record.value() == null) {
        recommendations.remove(record.key());
      } else {
        recommendations.put(record.key(), bench.decode(record.value()));
      }
    }
    bench
        .summaries()
        .forEach(
            (portfolio, summary) -> {
              if (summary == null) {
                summaries.remove(portfolio);
              } else {
                summaries.put(portfolio, summary);
              }
            });
    bench.impacts().forEach(impact -> impacts.put(impact.getChangeId(), impact));
  }

  private boolean isOfTheLastFacts(Recommendation given, Instant end) {
    Proposal proposal = proposals.get(given.getProposalId());
    Policy policy = Policies.inForce(proposal.getPortfolio(), policies::get);
    Recommendation then =
        Evaluator.evaluate(proposal, null, prices::get, policy, given.getEvaluatedAt());
    Recommendation atTheEnd = Evaluator.evaluate(proposal, null, prices::get, policy, end);
    byte[] said = OutcomeDigest.of(given);
    return Arrays.equals(OutcomeDigest.of(then), said)
        && Arrays.equals(OutcomeDigest.of(atTheEnd), said);
  }

  private Map<String, PortfolioSummary> summed() {
    Recomputation sums = new Recomputation();
    recommendations.values().forEach(sums::add);
    return sums.summaries();
  }
}
