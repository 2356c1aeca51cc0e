package dev.tuneornot.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.cli.testing.Shell;
import dev.tuneornot.cli.testing.Shell.Result;
import dev.tuneornot.cli.testing.Texts;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {

  @TempDir private Path directory;

  @Test
  void shouldTellAllOfAGoInWords() throws IOException {
    Result result = explain("p-1", Texts.narrowTask("p-1"));

    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .isEqualTo(
            """
            p-1: SQL generation (portfolio sales)
              Fine-tune.
              GO: it pays back in time, and there is nothing to warn of.
              Evaluated on 2026-11-22 with the policy "builtin" and rules 1.

            Why
              Can prompting solve this problem? No.
              Is RAG sufficient? No.
              Do you have quality training data? Yes.
              Is the task narrow and well-defined? Yes.

            How the approaches fit the needs
              Prompting serves 1 of 1 need.
              RAG serves 0 of 1 need; not specific behavior.
              Fine-tuning serves 1 of 1 need, 1 of them best. It fits the needs best.

            What speaks for tuning
              The model has to behave in a specific way, consistently.
              A tuned model does without a large part of the prompt.

            What it costs and saves
              openai/gpt-4o is the best candidate: it pays back in time.
              It costs $37.50 upfront, $37.50 of it for training, and saves $212.50 a month. It has paid back
                after 5 days or 17.6k requests; over 12 months that is $2,512.50, 6,700% of the investment.
              A request costs $0.004875 instead of $0.007, and takes about 264 ms instead of 586 ms.

            Risks, and what to do about them
              Catastrophic forgetting: tuned on one narrow task, the model may become worse at everything else.
                Mitigation: A/B test against the base model.
              Training data artifacts: a formatting quirk of the examples is learned as required behaviour.
                Mitigation: evaluate on a held-out set.
              Hard to evaluate: it may fail unpredictably on inputs unlike the training data. Mitigation:
                held-out evaluation, A/B test against the base model, monitoring for drift in production.

            What to do next
              Hold out an evaluation set before training.
              A/B test the tuned model against the base model.
              Monitor for drift in production.

            What would change it
              Volume: it pays back in time from 1,471 requests a month on.
              The baseline's prices: they may fall by 30% before it stops paying back in time.
              It is looked at again on 2027-01-30, when something that it depends on changes by date, and
                whenever the proposal, a price or the policy changes.
            """);
  }

  @Test
  void shouldNameTheOpenQuestion() throws IOException {
    Result result = explain("p-1", Texts.unknown("p-1"));

    assertThat(result.out())
        .contains("Undecided: a question has to be answered first.")
        .contains("Can prompting solve this problem? Not known: set promptingSufficient.")
        .contains("Answer the open question: Can prompting solve this problem?")
        .contains("An answer to: Can prompting solve this problem?")
        .contains("No candidate model was named");
  }

  @Test
  void shouldWrapToTheTerminal() throws IOException {
    Path proposals = Texts.file(directory, "p.jsonl", Texts.narrowTask("p-1"));
    Path prices = Texts.file(directory, "prices.jsonl", Texts.GPT_4O);

    Result result =
        Shell.plain()
            .onTerminal(60)
            .run(
                "recommendations", "explain", "p-1", "--proposals", proposals, "--pricing", prices);

    assertThat(result.outLines()).allSatisfy(line -> assertThat(plain(line)).hasSizeLessThan(61));
    assertThat(result.out()).contains("\u001b[1mWhy");
  }

  @Test
  void shouldSayThatThereIsNoSuchProposal() throws IOException {
    Result result = explain("other", Texts.narrowTask("p-1"));

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err()).contains("There is no proposal other in ");
  }

  @Test
  void shouldSayWhyTheProposalWasRefused() throws IOException {
    String bad = Texts.narrowTask("p-1").replace("\"outputTokens\":200", "\"outputTokens\":-1");

    Result result = explain("p-1", bad);

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err()).contains(":1: p-1: workload.outputTokens = -1: must be 0..10^8");
  }

  @Test
  void shouldWantBothFilesOrNone() throws IOException {
    Path proposals = Texts.file(directory, "p.jsonl", Texts.narrowTask("p-1"));

    Result result =
        Shell.plain().run("recommendations", "explain", "p-1", "--proposals", proposals);

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("--pricing");
  }

  private Result explain(String proposalId, String proposal) throws IOException {
    Path proposals = Texts.file(directory, "p.jsonl", proposal);
    Path prices = Texts.file(directory, "prices.jsonl", Texts.GPT_4O);
    return Shell.plain()
        .run(
            "recommendations",
            "explain",
            proposalId,
            "--proposals",
            proposals,
            "--pricing",
            prices,
            "--as-of",
            "2026-11-22");
  }

  private static String plain(String line) {
    return line.replaceAll("\u001b\\[[0-9;]*m", "");
  }
}
