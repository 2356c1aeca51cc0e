package dev.tuneornot.cli.records;

import dev.tuneornot.cli.connection.AvroDecoder;
import dev.tuneornot.cli.connection.Clients;
import dev.tuneornot.cli.connection.ConnectionOptions;
import dev.tuneornot.cli.console.ExitCode;
import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.input.Refusals;
import dev.tuneornot.cli.output.OutputOptions;
import dev.tuneornot.cli.output.RowWriter;
import dev.tuneornot.cli.rows.RecommendationLayout;
import dev.tuneornot.cli.sending.Answer;
import dev.tuneornot.cli.sending.Answers;
import dev.tuneornot.cli.sending.BatchId;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.schemas.topics.TopicSpec;
import dev.tuneornot.schemas.validation.Violation;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sends proposals and, if asked to, waits for what becomes of them. */
@Command(
    name = "send",
    description = {
      "Check files and send the proposals that are valid.",
      "A proposal that is refused is named, and the others are sent."
    })
public final class SendProposalsCommand implements Callable<Integer> {

  private static final int NAMED_AT_MOST = 20;

  private final Surroundings surroundings;

  @Option(
      names = "--wait",
      description = "Wait for every answer, then print the recommendations in the order sent.")
  private boolean wait;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "With --wait: give up when no answer came for this long (default: 60).")
  private int timeoutSeconds;

  @Mixin private InputFiles files = new InputFiles();
  @Mixin private OutputOptions output = new OutputOptions();
  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  public SendProposalsCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    Clients clients = new Clients(connection.settings(surroundings.environment()));
    Refusals refusals = new Refusals(surroundings);
    BatchId batch = BatchId.create();
    Sending<Proposal> sending = new Sending<>(Kind.PROPOSALS, clients, batch, surroundings);
    if (!wait) {
      sending.send(files, refusals, Sending.Listener.NONE);
      return refusals.exitCode();
    }
    String prefix = clients.settings().topicPrefix();
    String recommendations = TopicSpec.RECOMMENDATIONS.name(prefix);
    String deadLetters = TopicSpec.DEAD_LETTERS.name(prefix);
    try (Answers answers = Answers.open(recommendations, deadLetters, batch, clients)) {
      sending.send(files, refusals, expecting(answers));
      Map<String, @Nullable Answer> given = answers.await(Duration.ofSeconds(timeoutSeconds));
      print(given, recommendations, clients, refusals);
      sayUnanswered(given);
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

  private void print(
      Map<String, @Nullable Answer> answers,
      String recommendations,
      Clients clients,
      Refusals refusals)
      throws IOException {
    try (AvroDecoder<Recommendation> decoder =
            new AvroDecoder<>(Recommendation.class, recommendations, clients);
        RowWriter<Recommendation> rows = output.open(surroundings, RecommendationLayout.create())) {
      for (Map.Entry<String, @Nullable Answer> entry : answers.entrySet()) {
        Answer answer = entry.getValue();
        String key = Violation.displayed(entry.getKey());
        if (answer instanceof Answer.Recommended recommended) {
          Optional<Recommendation> row = decoder.decode(recommended.value().get());
          if (row.isPresent()) {
            rows.write(row.get());
          } else {
            refusals.report(key + ": the answer is not a recommendation that can be read");
          }
        } else if (answer instanceof Answer.Refused refused) {
          refusals.report(key + ": refused by the streams app: " + refused.reason());
        } else if (answer instanceof Answer.Deleted) {
          surroundings.say(key + ": deleted meanwhile");
        }
      }
    }
  }

  private void sayUnanswered(Map<String, @Nullable Answer> answers) {
    List<String> unanswered =
        answers.entrySet().stream()
            .filter(entry -> entry.getValue() == null)
            .map(entry -> Violation.displayed(entry.getKey()))
            .toList();
    if (unanswered.isEmpty()) {
      return;
    }
    String named =
        String.join(", ", unanswered.subList(0, Math.min(NAMED_AT_MOST, unanswered.size())));
    surroundings.say(
        "error: no answer to %d of %d proposals, none for %d s: %s%s. Is the streams app running?"
            .formatted(
                unanswered.size(),
                answers.size(),
                timeoutSeconds,
                named,
                unanswered.size() > NAMED_AT_MOST ? ", ..." : ""));
  }
}
