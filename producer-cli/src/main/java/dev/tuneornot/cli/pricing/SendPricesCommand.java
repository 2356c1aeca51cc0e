package dev.tuneornot.cli.pricing;

import dev.tuneornot.cli.connection.BatchId;
import dev.tuneornot.cli.connection.Clients;
import dev.tuneornot.cli.connection.ConnectionOptions;
import dev.tuneornot.cli.connection.ReviewAnswers;
import dev.tuneornot.cli.connection.ValidRecords;
import dev.tuneornot.cli.console.ExitCode;
import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.input.Refusals;
import dev.tuneornot.cli.records.InputFiles;
import dev.tuneornot.cli.records.Kind;
import dev.tuneornot.cli.records.Sending;
import dev.tuneornot.evaluation.Policies;
import dev.tuneornot.evaluation.judging.ReviewSettings;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.PriceReview;
import dev.tuneornot.schemas.RecordType;
import dev.tuneornot.schemas.topics.TopicSpec;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks files of prices, sends what is valid, and says what is going to be held for review. */
@Command(
    name = "send",
    description = {
      "Check files and send what is valid.",
      "A record that is refused is named, and the others are sent. A price that is probably a"
          + " mistake is held by the streams app until a person has looked at it: which, and why,"
          + " is said, by the bounds tuneornot.review.* that are given here as to the app;"
          + " `pricing review accept` releases it."
    })
public final class SendPricesCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private InputFiles files = new InputFiles();

  @Option(
      names = "--wait",
      description =
          "Wait until the streams app has written that it holds those prices that it is expected to"
              + " hold.")
  private boolean wait;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "With --wait: give up after this long (default: ${DEFAULT-VALUE}).")
  private int timeoutSeconds;

  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  public SendPricesCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Clients clients = new Clients(connection.settings(surroundings.environment()));
    clients.settings().registryUrl();
    Refusals refusals = new Refusals(surroundings);
    Sending<ModelPricing> sending =
        new Sending<>(Kind.PRICES, clients, BatchId.create(), surroundings);
    Foretelling foretelling = foretelling(clients);
    if (!wait) {
      send(sending, refusals, foretelling);
      return refusals.exitCode();
    }
    try (ReviewAnswers answers = ReviewAnswers.open(clients)) {
      Map<String, PriceReview> before = Reviews.of(clients, refusals);
      send(sending, refusals, foretelling);
      Set<String> expected = new TreeSet<>();
      foretelling
          .held()
          .forEach(
              (modelId, price) -> {
                PriceReview review = before.get(modelId);
                if (review != null && review.getHeld().equals(price)) {
                  surroundings.say(modelId + ": held as before");
                } else {
                  expected.add(modelId);
                }
              });
      return tellHeld(expected, answers) ? refusals.exitCode() : ExitCode.FAILED;
    }
  }

  private void send(Sending<ModelPricing> sending, Refusals refusals, Foretelling foretelling) {
    sending.send(
        (reported, action) ->
            files.forEach(
                Kind.PRICES.type(),
                surroundings,
                reported,
                (file, record) -> {
                  foretelling.judge(file.displayName() + ":" + record.line(), record.value());
                  action.apply(file, record);
                }),
        refusals,
        Sending.Listener.NONE);
    foretelling.sayCounts();
  }

  private boolean tellHeld(Set<String> expected, ReviewAnswers answers) {
    Map<String, ReviewAnswers.State> given =
        answers.await(expected, Duration.ofSeconds(timeoutSeconds));
    Set<String> silent = new TreeSet<>(expected);
    given.forEach(
        (modelId, state) -> {
          silent.remove(modelId);
          surroundings.say(modelId + ": " + (state.isHeld() ? "held" : "not held"));
        });
    silent.forEach(
        modelId ->
            surroundings.say(
                "error: no answer about %s within %d s (is the streams app running, and does it judge"
                        .formatted(modelId, timeoutSeconds)
                    + " by the tuneornot.review settings that this command has?)"));
    return silent.isEmpty();
  }

  /** Refused records of the topics are told by those who list them. */
  private Foretelling foretelling(Clients clients) {
    ReviewSettings review = clients.settings().review();
    Refusals others = new Refusals(surroundings);
    String prefix = clients.settings().topicPrefix();
    Map<String, ModelPricing> inForce =
        ValidRecords.of(RecordType.MODEL_PRICING, TopicSpec.PRICING.name(prefix), clients, others);
    Map<String, Policy> policies =
        ValidRecords.of(RecordType.POLICY, TopicSpec.POLICIES.name(prefix), clients, others);
    Policy ofAll = Policies.inForce(RecordType.EVERY_PORTFOLIO, policies::get);
    return new Foretelling(review, ofAll.getStalePriceDays(), inForce, surroundings);
  }
}
