package dev.tuneornot.schemas;

import dev.tuneornot.model.Answer;
import dev.tuneornot.model.Confidence;
import dev.tuneornot.model.Costs;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Need;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.PricePeriod;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.TrainingData;
import dev.tuneornot.model.Tuning;
import dev.tuneornot.model.Workload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
    return new Proposal(
        name(),
        name(),
        any.text(),
        orNull(this::instant),
        answer(),
        answer(),
        answer(),
        answer(),
        answer(),
        trainingData(),
        needs(),
        workload(),
        orNull(this::modelId),
        modelIds(),
        new Costs(money(), money(), money(), orNull(() -> random.nextDouble(0.01, 1200))));
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
              orNull(this::tuning)));
    }
    return new ModelPricing(
        modelId() + "-" + random.nextInt(),
        periods,
        orNull(this::instant),
        orNull(this::instant),
        any.text(),
        orNull(this::instant),
        oneOf(Confidence.values()));
  }

  public Policy policy() {
    int minimum = random.nextInt(1, 1000);
    int good = random.nextInt(minimum, 10_000);
    return new Policy(
        orNull(this::name),
        any.text(),
        minimum,
        good,
        random.nextInt(good, Integer.MAX_VALUE),
        random.nextInt(1, 3651),
        random.nextDouble(0.01, 1200),
        random.nextDouble(0.01, 1200),
        random.nextDouble(),
        random.nextInt(1, 3651),
        random.nextDouble(1e6),
        random.nextDouble(1e6));
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
    List<Need> needs = new ArrayList<>(List.of(Need.values()));
    Collections.shuffle(needs, random);
    return needs.subList(0, random.nextInt(needs.size() + 1));
  }

  private Workload workload() {
    int promptTokens = random.nextInt(100_000_001);
    return new Workload(
        random.nextLong(1_000_000_000_001L),
        promptTokens,
        random.nextInt(promptTokens + 1),
        random.nextDouble(),
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
        price(),
        price());
  }

  private Double price() {
    return random.nextInt(5) == 0 ? 0.0 : Math.pow(10, random.nextDouble(-9, 9));
  }

  private double money() {
    return random.nextInt(3) == 0 ? 0.0 : random.nextInt(1_000_000) / 100.0;
  }

  private Answer answer() {
    return oneOf(Answer.values());
  }

  private Instant instant() {
    return Instant.ofEpochMilli(random.nextLong(0, 4_000_000_000_000L));
  }

  private String name() {
    String name = any.text().replaceAll("\\p{Cc}", "");
    return name.isEmpty() ? "p-" + random.nextInt() : name;
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
