package dev.tuneornot.cli.recommendations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.cli.testing.Shell;
import dev.tuneornot.cli.testing.Shell.Result;
import dev.tuneornot.cli.testing.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
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

            Why
              Can prompting solve this problem? No. [T1]
              Is RAG sufficient? No. [T2]
              Do you have quality training data? Yes. [T3]
              Is the task narrow and well-defined? Yes. [T4]

            How the approaches fit the needs
              Prompting: serves 1 of 1 need. [§3]
              RAG: serves 0 of 1 need; not specific behaviour. [§3]
              Fine-tuning: serves 1 of 1 need, 1 of them best. It fits the needs best. [§3]

            What speaks for tuning
              Specific behaviour: the model has to behave in a specific way, consistently. [H3]
              Shorter prompts: a tuned model does without a large part of the prompt. [H4]

            What it was decided on
              Volume: 100.0k requests a month, as stated. [U1]
              Compared with: openai/gpt-4o, the model of today. [§5]
              Prompting: with openai/gpt-4o $700.00 a month and $0.00 upfront, $8,400.00 over the horizon. [O1]
              Fine-tuning: with openai/gpt-4o $487.50 a month and $37.50 upfront, $5,887.50 over the horizon.
                [O4]
              What is decided: costs $487.50 a month and $37.50 upfront. [§6]

            What it costs and saves
              Best candidate: openai/gpt-4o: it pays back in time. [§6]
              Upfront: $37.50, $37.50 of it for training. [E7]
              Each month: saves $212.50. [E10]
              Payback: after 5 days or 17.6k requests. [E11]
              Net benefit: $2,512.50 over 12 months, 6,700% of the investment. [E15]
              A request: costs $0.004875 instead of $0.007. [E4]
              Latency: about 264 ms instead of 586 ms. [E18]

            Risks, and what to do about them
              Catastrophic forgetting: tuned on one narrow task, the model may become worse at everything else.
                Mitigation: A/B test against the base model. [R2]
              Training data artifacts: a formatting quirk of the examples is learned as required behaviour.
                Mitigation: evaluate on a held-out set. [R3]
              Hard to evaluate: it may fail unpredictably on inputs unlike the training data. Mitigation:
                evaluate on a held-out set. A/B test against the base model. Then monitor for drift in
                production. [R5]

            What to do next
              Hold out an evaluation set before training. [N10]
              A/B test the tuned model against the base model. [N11]
              Monitor for drift in production. [N12]

            What would change it
              Volume: it pays back in time from 1,471 requests a month on; planned are 100.0k. [F2]
              The reference's prices: they may fall by 30% before it stops paying back in time. [F3]
              Time: it is looked at again on 2027-01-30, when something that it depends on changes by date. [§8]
              Any change: of the proposal, of a price behind it or of the policy is taken up at once. [§8]

            When and why it was evaluated
              Last evaluated: on 2026-11-22, because the proposal was sent. [§9]
              The verdict: since 2026-11-22; it is the first. [§9]
              Decided by: the policy "builtin" and version 2 of the rules. [§9]
            """);
  }

  @Test
  void shouldNameTheOpenQuestion() throws IOException {
    Result result = explain("p-1", Texts.unknown("p-1"));

    assertThat(result.out())
        .contains("Undecided: a question has to be answered first.")
        .contains("Can prompting solve this problem? Not known: set promptingSufficient. [T1]")
        .contains("Answer the open question: Can prompting solve this problem?")
        .contains("An answer: to \"Can prompting solve this problem?\" (promptingSufficient).")
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
  void shouldTellByTheExitCodeThatARecordWasRefused() throws IOException {
    Path proposals = Texts.file(directory, "p.jsonl", Texts.narrowTask("p-1"));
    Path prices = Texts.file(directory, "prices.jsonl", Texts.GPT_4O, "{\"modelId\":\"bad\"}");

    Result result =
        Shell.plain()
            .run(
                "recommendations", "explain", "p-1", "--proposals", proposals, "--pricing", prices);

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.out()).startsWith("p-1: SQL generation");
    assertThat(result.err()).contains("prices.jsonl:2: bad: ");
  }

  @Test
  void shouldWantBothFilesOrNone() throws IOException {
    Path proposals = Texts.file(directory, "p.jsonl", Texts.narrowTask("p-1"));

    Result result =
        Shell.plain().run("recommendations", "explain", "p-1", "--proposals", proposals);

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("--pricing");
  }

  @Test
  void shouldGiveTheStructureToPrograms() throws IOException {
    Path proposals = Texts.file(directory, "p.jsonl", Texts.narrowTask("p-1"));
    Path prices = Texts.file(directory, "prices.jsonl", Texts.GPT_4O);
    Shell shell = Shell.plain();
    Object[] command = {
      "recommendations", "explain", "p-1", "--proposals", proposals, "--pricing", prices, "--output"
    };

    Result json = shell.run(Stream.concat(Stream.of(command), Stream.of("jsonl")).toArray());
    Result csv = shell.run(Stream.concat(Stream.of(command), Stream.of("csv")).toArray());

    assertThat(json.outLines()).hasSize(1);
    assertThat(json.out())
        .startsWith("{\"proposalId\":\"p-1\"")
        .contains("{\"rule\":\"T2\",\"text\":\"Is RAG sufficient? No.\"}");
    assertThat(csv.outLines())
        .startsWith("topic,rule,symbol,label,text,mitigation")
        .contains("PATH,T2,,,Is RAG sufficient? No.,");
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
