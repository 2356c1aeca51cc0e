package dev.tuneornot.schemas;

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
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Inputs within their bounds; the same ones for the same seed. */
public final class RandomInputs {

  private final Random random;
  private final RandomRecords any;

  public RandomInputs(long seed) {
    this.random = new Random(seed);
    this.any = new RandomRecords(seed);
  }

  public Proposal proposal() {
    List<String> candidates = modelIds();
    boolean live = !candidates.isEmpty() && random.nextInt(4) == 0;
    List<String> models = modelIds();
    String baseline = models.isEmpty() ? null : models.get(0);
    return new Proposal(
        name(),
        portfolio(),
        any.text(),
        orNull(this::instant),
        live ? Stage.LIVE : Stage.PROPOSED,
        live ? orNull(this::instant) : null,
        answer(),
        answer(),
        answer(),
        answer(),
        answer(),
        trainingData(),
        needs(),
        workload(),
        orNull(this::retrieval),
        baseline,
        models.isEmpty() ? List.of() : models.subList(1, models.size()),
        candidates,
        new Costs(
            money(),
            money(),
            money(),
            orNull(() -> random.nextDouble(0.01, 1200)),
            random.nextInt(1, 101),
            share(),
            money()));
  }

  public Usage usage() {
    Instant start = instant();
    long input = random.nextLong(1_000_000_000_000_000_001L);
    long read = random.nextLong(input + 1);
    return new Usage(
        name(),
        start,
        start.plusMillis(random.nextLong(86_400_000L, 400 * 86_400_000L + 1)),
        random.nextLong(10_000_000_000_001L),
        input,
        read,
        random.nextLong(input - read + 1),
        random.nextLong(1_000_000_000_000_000_001L),
        orNull(random::nextBoolean),
        any.text());
  }

  private Retrieval retrieval() {
    return new Retrieval(random.nextInt(100_000_001), money(), money(), money());
  }

  private double share() {
    return random.nextInt(4) == 0 ? 0 : random.nextDouble(1e-9, 1);
  }

  public ModelPricing pricing() {
    TreeSet<Instant> starts = new TreeSet<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      starts.add(instant());
    }
    List<PricePeriod> periods = new ArrayList<>();
    for (Instant start : starts) {
      periods.add(
          new PricePeriod(
              start,
              orNull(this::price),
              orNull(this::price),
              orNull(this::price),
              orNull(this::price),
              orNull(this::price),
              orNull(this::price),
              tiers(),
              orNull(this::tuning)));
    }
    return new ModelPricing(
        modelId() + "-" + random.nextInt(),
        periods,
        orNull(this::instant),
        orNull(this::instant),
        orNull(this::instant),
        orNull(this::modelId),
        random.nextDouble(0.1, 10),
        any.text(),
        orNull(this::instant),
        oneOf(Confidence.values()));
  }

  private List<Tier> tiers() {
    List<Tier> tiers = new ArrayList<>();
    int above = 0;
    for (int i = random.nextInt(9); i > 0; i--) {
      above += random.nextInt(1, 1_000_000);
      tiers.add(
          new Tier(
              above,
              orNull(this::price),
              orNull(this::price),
              orNull(this::price),
              orNull(this::price)));
    }
    return tiers;
  }

  public Policy policy() {
    int minimum = random.nextInt(1, 1000);
    int good = random.nextInt(minimum, 10_000);
    return new Policy(
        orNull(this::portfolio),
        any.text(),
        minimum,
        good,
        random.nextInt(good, Integer.MAX_VALUE),
        random.nextInt(1, 3651),
        random.nextDouble(0.01, 1200),
        random.nextDouble(0.01, 1200),
        share(),
        random.nextInt(1, 3651),
        random.nextDouble(),
        share(),
        discounts(),
        random.nextDouble(1e6),
        random.nextDouble(1e6));
  }

  private Map<String, Double> discounts() {
    Map<String, Double> discounts = new HashMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      discounts.put(oneOf("openai", "研发", "together-ai"), share());
    }
    return discounts;
  }

  private TrainingData trainingData() {
    return new TrainingData(
        random.nextInt(Integer.MAX_VALUE),
        answer(),
        random.nextInt(10_000),
        random.nextInt(1, 101),
        orNull(() -> random.nextDouble(1e6)));
  }

  private List<Need> needs() {
    List<Need> needs = new ArrayList<>(EnumSet.complementOf(EnumSet.of(Need.OTHER)));
    Collections.shuffle(needs, random);
    return needs.subList(0, random.nextInt(needs.size() + 1));
  }

  private Workload workload() {
    int promptTokens = random.nextInt(100_000_001);
    long requests = random.nextLong(1_000_000_000_001L);
    double cached = share();
    return new Workload(
        requests,
        orNull(() -> random.nextLong(requests + 1)),
        orNull(() -> random.nextLong(requests, 1_000_000_000_001L)),
        promptTokens,
        random.nextInt(promptTokens + 1),
        cached,
        cached > 0.5 ? 0 : share() / 2,
        share(),
        share(),
        random.nextInt(100_000_001),
        random.nextInt(100_000_001),
        orNull(() -> random.nextInt(100_000_001)));
  }

  private Tuning tuning() {
    return new Tuning(
        orNull(this::price),
        orNull(this::price),
        price(),
        orNull(this::price),
        orNull(this::price),
        orNull(this::price),
        orNull(this::price),
        orNull(this::price),
        price(),
        price(),
        random.nextInt(1, 1001));
  }

  private Double price() {
    return random.nextInt(5) == 0 ? 0.0 : Math.pow(10, random.nextDouble(-9, 9));
  }

  private double money() {
    return random.nextInt(3) == 0 ? 0.0 : random.nextInt(1_000_000) / 100.0;
  }

  private Answer answer() {
    return oneOf(Answer.YES, Answer.NO, Answer.UNKNOWN);
  }

  private Instant instant() {
    return Instant.ofEpochMilli(random.nextLong(0, 4_000_000_000_000L));
  }

  private String name() {
    String name = any.text().replaceAll("\\p{Cc}", "");
    return name.isEmpty() ? "p-" + random.nextInt() : name;
  }

  private String portfolio() {
    String name = name();
    return name.equals("*") ? "any" : name;
  }

  private String modelId() {
    return oneOf("openai", "研发", "together-ai") + "/m-" + random.nextInt(1000);
  }

  private List<String> modelIds() {
    TreeSet<String> models = new TreeSet<>();
    for (int i = random.nextInt(33); i > 0; i--) {
      models.add(modelId());
    }
    return List.copyOf(models);
  }

  @SafeVarargs
  private final <V> V oneOf(V... values) {
    return values[random.nextInt(values.length)];
  }

  private <V> V orNull(Supplier<V> value) {
    return random.nextInt(3) == 0 ? null : value.get();
  }
}
