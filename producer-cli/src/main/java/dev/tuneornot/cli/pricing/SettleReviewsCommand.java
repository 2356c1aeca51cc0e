package dev.tuneornot.cli.pricing;

import dev.tuneornot.cli.connection.BatchId;
import dev.tuneornot.cli.connection.Clients;
import dev.tuneornot.cli.connection.ConnectionOptions;
import dev.tuneornot.cli.connection.RecordSender;
import dev.tuneornot.cli.connection.ReviewAnswers;
import dev.tuneornot.cli.console.ExitCode;
import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.input.Refusals;
import dev.tuneornot.cli.records.Keys;
import dev.tuneornot.model.PriceReview;
import dev.tuneornot.schemas.validation.Violation;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What accepting and rejecting have in common: they name models, and wait for the streams app. */
abstract class SettleReviewsCommand implements Callable<Integer> {

  private final Surroundings surroundings;
  private final String done;

  @Mixin private Keys models = new Keys();

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description =
          "Give up when the streams app has not answered by then (default: ${DEFAULT-VALUE}).")
  private int timeoutSeconds;

  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  /**
   * @param done what a review then is
   */
  SettleReviewsCommand(String done, Surroundings surroundings) {
    this.done = done;
    this.surroundings = surroundings;
  }

  /** Sends what settles the reviews. */
  abstract void send(
      Map<String, PriceReview> reviews, Clients clients, RecordSender sender, Refusals refusals);

  @Override
  public final Integer call() {
    Clients clients = new Clients(connection.settings(surroundings.environment()));
    Refusals refusals = new Refusals(surroundings);
    Map<String, PriceReview> all = Reviews.of(clients, refusals);
    Map<String, PriceReview> wanted = new LinkedHashMap<>();
    for (String modelId : models.all()) {
      PriceReview review = all.get(modelId);
      if (review == null) {
        refusals.report(Violation.displayed(modelId) + ": no price of it is held");
      } else {
        wanted.put(modelId, review);
      }
    }
    try (ReviewAnswers answers = ReviewAnswers.open(clients)) {
      try (RecordSender sender = new RecordSender(BatchId.create(), clients)) {
        send(wanted, clients, sender, refusals);
        sender.finish();
      }
      return tell(wanted, answers, refusals);
    }
  }

  private int tell(Map<String, PriceReview> wanted, ReviewAnswers answers, Refusals refusals) {
    Map<String, ReviewAnswers.State> given =
        answers.await(wanted.keySet(), Duration.ofSeconds(timeoutSeconds));
    boolean isComplete = true;
    for (String modelId : wanted.keySet()) {
      ReviewAnswers.State state = given.get(modelId);
      String name = Violation.displayed(modelId);
      if (state == null) {
        isComplete = false;
        surroundings.say(
            "error: no answer about %s within %d s (is the streams app running?)"
                .formatted(name, timeoutSeconds));
      } else if (state.isHeld()) {
        refusals.report(name + ": not " + done + ", as another price came in the meantime: look");
      } else {
        surroundings.say(name + ": " + done);
      }
    }
    return isComplete ? refusals.exitCode() : ExitCode.FAILED;
  }
}
