package dev.tuneornot.evaluation;

import dev.tuneornot.model.Answer;
import dev.tuneornot.model.Confidence;
import dev.tuneornot.model.Costs;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Need;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.PricePeriod;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Retrieval;
import dev.tuneornot.model.Stage;
import dev.tuneornot.model.Tier;
import dev.tuneornot.model.TrainingData;
import dev.tuneornot.model.Tuning;
import dev.tuneornot.model.Usage;
import dev.tuneornot.model.Workload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Valid proposals, prices and policies at random, the same for the same seed: mostly believable
 * ones, so that every branch is taken often, and now and then one at a bound.
 */
final class RandomPortfolio {
  private static final int MODELS = 12;

  private final Random random;
  private int proposals;

  RandomPortfolio(long seed) {
    this.random = new Random(seed);
  }

  /** Everything that an evaluation needs. */
  record Case(
      Proposal proposal,
      @Nullable Usage usage,
      Map<String, ModelPricing> prices,
      Policy policy,
      Instant at) {
    static final int PER_PRICE_BOOK = 100;
  }

  Case next(@Nullable Case previous) {
    boolean newBook = previous == null || proposals % Case.PER_PRICE_BOOK == 0;
    Proposal proposal = proposal();
    return new Case(
        proposal,
        chance(0.25) ? usage(proposal) : null,
        newBook ? prices() : previous.prices(),
        random.nextBoolean() ? Policies.builtin() : policy(),
        Given.NOW.plusMillis(random.nextInt(86_400_000)));
  }

  private Proposal proposal() {
    Proposal proposal = new Proposal();
    proposal.setProposalId("p-" + proposals++);
    proposal.setPortfolio(oneOf("legal", "health", "commerce"));
    proposal.setTitle(oneOf("", "SQL generation", "Zusammenfassung für Ärzte"));
    proposal.setPromptingSufficient(mostly(Answer.NO));
    proposal.setRagSufficient(mostly(Answer.NO));
    proposal.setNarrowTask(mostly(Answer.YES));
    proposal.setFewShotTried(mostly(Answer.YES));
    proposal.setStructuredOutputTried(mostly(Answer.YES));
    proposal.setTrainingData(data());
    proposal.setNeeds(needs());
    proposal.setWorkload(workload());
    proposal.setRetrieval(chance(0.6) ? null : retrieval());
    proposal.setBaselineModel(chance(0.05) ? null : model());
    proposal.setCandidateModels(models(5));
    List<String> alternatives = models(4);
    alternatives.remove(proposal.getBaselineModel());
    proposal.setAlternativeModels(alternatives);
    boolean live = !proposal.getCandidateModels().isEmpty() && chance(0.2);
    proposal.setStage(live ? Stage.LIVE : Stage.PROPOSED);
    proposal.setLiveSince(chance(0.5) ? null : inDays(-200, 0));
    proposal.setCosts(costs());
    return proposal;
  }

  private Retrieval retrieval() {
    return new Retrieval(oneOf(0, 800, 4000, 100_000_000), oneOf(0.0, 1e-4), cost(), cost());
  }

  private Usage usage(Proposal proposal) {
    Instant end = inDays(-60, 0);
    long requests = oneOf(0L, 1L, 777L, 2_000_000L, 10_000_000_000_000L);
    long input = (long) (requests * random.nextDouble() * 5000);
    long read = chance(0.5) ? 0 : (long) (input * random.nextDouble());
    return new Usage(
        proposal.getProposalId(),
        end.minusMillis(oneOf(1, 30, 31, 400) * EpochMillis.DAY),
        end,
        requests,
        input,
        read,
        chance(0.5) ? 0 : (input - read) / 2,
        requests * random.nextInt(900),
        oneOf(null, true, false),
        oneOf("", "gateway"));
  }

  private TrainingData data() {
    return new TrainingData(
        oneOf(0, 49, 50, 300, 499, 500, 2000, 20_000, Integer.MAX_VALUE),
        mostly(Answer.YES),
        oneOf(0, 1, 120, 500, 4000, Integer.MAX_VALUE),
        1 + random.nextInt(chance(0.1) ? 100 : 5),
        chance(0.5) ? null : oneOf(0.0, 0.5, 12.25, 1e6));
  }

  private List<Need> needs() {
    List<Need> needs = new ArrayList<>();
    for (Need need : Given.known(Need.values())) {
      if (chance(0.25)) {
        needs.add(need);
      }
    }
    Collections.shuffle(needs, random);
    return needs;
  }

  private Workload workload() {
    int promptTokens = oneOf(0, 1, 400, 2000, 12_000, 100_000_000);
    long requests = oneOf(0L, 1L, 5_000L, 100_000L, 3_000_000L, 1_000_000_000_000L);
    double cached = oneOf(0.0, 0.0, 0.5, 1.0, random.nextDouble(), 1e-9);
    return new Workload(
        requests,
        chance(0.7) ? null : (long) (requests * random.nextDouble()),
        chance(0.7) ? null : Math.min(1_000_000_000_000L, requests * random.nextInt(1, 10)),
        promptTokens,
        chance(0.2) ? promptTokens : (int) (promptTokens * random.nextDouble()),
        cached,
        chance(0.6) ? 0.0 : (1 - cached) * random.nextDouble(),
        chance(0.6) ? 0.0 : random.nextDouble(),
        chance(0.6) ? 0.0 : oneOf(1.0, random.nextDouble()),
        oneOf(0, 0, 900, 100_000_000),
        oneOf(0, 1, 200, 1500, 100_000_000),
        chance(0.7) ? null : oneOf(0, 40, 900, 100_000_000));
  }

  private Costs costs() {
    return new Costs(
        cost(),
        cost(),
        cost(),
        chance(0.6) ? null : oneOf(0.01, 3.0, 6.5, 1200.0),
        oneOf(1, 1, 3, 100),
        oneOf(0.0, 0.0, 0.0, 0.5, 10.0),
        oneOf(0.0, 4.5, 1e6));
  }

  private double cost() {
    return oneOf(0.0, 0.0, 250.0, 8000.5, random.nextDouble() * 100_000, 1e12, 1e-9);
  }

  private List<String> models(int most) {
    List<String> candidates = new ArrayList<>();
    int wanted = random.nextInt(most);
    while (candidates.size() < wanted) {
      String candidate = model();
      if (!candidates.contains(candidate)) {
        candidates.add(candidate);
      }
    }
    return candidates;
  }

  /** Some of them without a price. */
  private String model() {
    return "provider/m-" + random.nextInt(MODELS + 1);
  }

  private Map<String, ModelPricing> prices() {
    Map<String, ModelPricing> prices = new HashMap<>();
    for (int i = 0; i < MODELS; i++) {
      prices.put("provider/m-" + i, pricing("provider/m-" + i));
    }
    return prices;
  }

  private ModelPricing pricing(String model) {
    List<PricePeriod> periods = new ArrayList<>();
    Instant from = inDays(-600, 100);
    int wanted = 1 + random.nextInt(4);
    for (int i = 0; i < wanted; i++) {
      periods.add(period(from));
      from = from.plusMillis(1 + random.nextInt(Integer.MAX_VALUE) * 10L);
    }
    return new ModelPricing(
        model,
        periods,
        chance(0.6) ? null : inDays(-50, 400),
        chance(0.5) ? null : inDays(-50, 900),
        chance(0.8) ? null : inDays(-50, 900),
        null,
        chance(0.7) ? 1.0 : oneOf(0.1, 0.8, 1.35, 10.0),
        "random",
        chance(0.3) ? null : inDays(-150, 0),
        chance(0.2) ? Confidence.THIRD_PARTY : oneOf(Confidence.OFFICIAL, Confidence.MIRROR));
  }

  private PricePeriod period(Instant from) {
    double scale = Math.pow(10, random.nextDouble() * 4 - 2);
    return new PricePeriod(
        from,
        chance(0.03) ? null : price(scale),
        chance(0.3) ? null : price(scale / 4),
        chance(0.6) ? null : price(scale * 1.25),
        chance(0.03) ? null : price(scale * 4),
        chance(0.6) ? null : price(scale / 2),
        chance(0.6) ? null : price(scale * 2),
        chance(0.8) ? List.of() : tiers(scale),
        chance(0.1) ? null : tuning(scale));
  }

  private List<Tier> tiers(double scale) {
    return List.of(
        new Tier(
            1000,
            chance(0.5) ? null : price(scale * 2),
            chance(0.5) ? null : price(scale / 2),
            chance(0.5) ? null : price(scale * 2.5),
            chance(0.5) ? null : price(scale * 6)),
        new Tier(10_000, price(scale * 3), null, null, null));
  }

  private Tuning tuning(double scale) {
    return new Tuning(
        chance(0.1) ? null : price(scale * 10),
        chance(0.7) ? null : price(100),
        oneOf(0.0, 0.0, 4.0),
        chance(0.03) ? null : price(scale),
        chance(0.5) ? null : price(scale / 4),
        chance(0.03) ? null : price(scale * 4),
        chance(0.6) ? null : price(scale / 2),
        chance(0.6) ? null : price(scale * 2),
        oneOf(0.0, 0.0, 0.0, 1.7, 21.18),
        oneOf(0.0, 0.0, 1.95),
        1);
  }

  private double price(double scale) {
    return chance(0.03)
        ? oneOf(0.0, 1e-9, 1e9)
        : Math.round(scale * (0.2 + random.nextDouble()) * 1e4) / 1e4 + 1e-9;
  }

  private Policy policy() {
    int minimum = 1 + random.nextInt(1000);
    int good = minimum + random.nextInt(1000);
    return new Policy(
        null,
        "random",
        minimum,
        good,
        good + random.nextInt(10_000),
        1 + random.nextInt(3650),
        oneOf(0.01, 1.0, 6.0, 24.5, 1200.0),
        oneOf(0.01, 6.0, 36.0, 1200.0),
        random.nextDouble(),
        1 + random.nextInt(400),
        0.1,
        oneOf(0.0, 0.1, 1.0),
        chance(0.5) ? Map.of() : Map.of("provider", oneOf(0.15, 1.0)),
        oneOf(0.0, 0.2, 1e6),
        oneOf(0.0, 150.0, 1e6));
  }

  private Instant inDays(int from, int to) {
    long span = (to - from) * EpochMillis.DAY;
    return Given.NOW.plusMillis(from * EpochMillis.DAY + (long) (random.nextDouble() * span));
  }

  private Answer mostly(Answer answer) {
    return chance(0.75) ? answer : oneOf(Given.known(Answer.values()));
  }

  private boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  @SafeVarargs
  private <T> T oneOf(T... values) {
    return values[random.nextInt(values.length)];
  }
}
