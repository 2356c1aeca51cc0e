package dev.tuneornot.cli.records;

import dev.tuneornot.cli.connection.Answer;
import dev.tuneornot.cli.connection.Answers;
import dev.tuneornot.cli.connection.BatchId;
import dev.tuneornot.cli.connection.Clients;
import dev.tuneornot.cli.connection.Decoded;
import dev.tuneornot.cli.console.ExitCode;
import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.input.Refusals;
import dev.tuneornot.cli.output.OutputOptions;
import dev.tuneornot.cli.output.RecommendationLayout;
import dev.tuneornot.cli.output.RowWriter;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.schemas.topics.TopicSpec;
import dev.tuneornot.schemas.validation.Violation;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sends a batch of proposals, or of their deletions, and says what the streams app answered. */
public final class Answered {

  private static final int NAMED_AT_MOST = 20;

  private final Clients clients;
  private final Surroundings surroundings;
  private final OutputOptions output;
  private final String recommendations;
  private final String deadLetters;

  public Answered(Clients clients, Surroundings surroundings, OutputOptions output) {
    this.clients = clients;
    this.surroundings = surroundings;
    this.output = output;
    String prefix = clients.settings().topicPrefix();
    this.recommendations = TopicSpec.RECOMMENDATIONS.name(prefix);
    this.deadLetters = TopicSpec.DEAD_LETTERS.name(prefix);
  }

  /**
   * Does the sending and waits for the answers.
   *
   * @param sending tells the listener of each key
   * @return the exit code
   */
  public int await(
      BatchId batch, Duration patience, Refusals refusals, Consumer<Sending.Listener> sending)
      throws IOException {
    clients.settings().registryUrl();
    try (Answers answers = Answers.open(recommendations, deadLetters, batch, clients)) {
      sending.accept(expecting(answers));
      Map<String, @Nullable Answer> given = answers.await(patience);
      print(given, refusals);
      sayUnanswered(given, patience);
      return given.containsValue(null) ? ExitCode.FAILED : refusals.exitCode();
    }
  }

  private static Sending.Listener expecting(Answers answers) {
    return new Sending.Listener() {
      @Override
      public void sent(String key) {
        answers.expect(key);
      }

      @Override
      public void refused(String key) {
        answers.forget(key);
      }
    };
  }

  private void print(Map<String, @Nullable Answer> answers, Refusals refusals) throws IOException {
    try (Decoded<Recommendation> decoded =
            new Decoded<>(Recommendation.class, recommendations, clients, refusals);
        RowWriter<Recommendation> rows = output.open(surroundings, RecommendationLayout.create())) {
      for (Map.Entry<String, @Nullable Answer> entry : answers.entrySet()) {
        Answer answer = entry.getValue();
        String key = Violation.displayed(entry.getKey());
        if (answer instanceof Answer.Recommended recommended) {
          Optional<Recommendation> row = decoded.of(key, recommended.value().get());
          if (row.isPresent()) {
            rows.write(row.get());
          }
        } else if (answer instanceof Answer.Refused refused) {
          refusals.report(key + ": refused by the streams app: " + refused.reason());
        } else if (answer instanceof Answer.Deleted) {
          surroundings.say(key + ": deleted");
        }
      }
    }
  }

  private void sayUnanswered(Map<String, @Nullable Answer> answers, Duration patience) {
    List<String> unanswered =
        answers.entrySet().stream()
            .filter(entry -> entry.getValue() == null)
            .map(entry -> Violation.displayed(entry.getKey()))
            .toList();
    if (unanswered.isEmpty()) {
      return;
    }
    boolean tooMany = unanswered.size() > NAMED_AT_MOST;
    List<String> named = tooMany ? unanswered.subList(0, NAMED_AT_MOST) : unanswered;
    surroundings.say(
        "error: no answer to %d of %d within %d s: %s%s (is the streams app running?)"
            .formatted(
                unanswered.size(),
                answers.size(),
                patience.toSeconds(),
                String.join(", ", named),
                tooMany ? ", ..." : ""));
  }
}
