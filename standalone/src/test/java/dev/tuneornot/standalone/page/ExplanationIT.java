package dev.tuneornot.standalone.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tuneornot.standalone.endtoend.CommandLine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The API and the command line explain every recommendation of the examples in the same words. */
@ExtendWith(ReadersExtension.class)
class ExplanationIT {
  private static final int AT_A_TIME = 8;

  private final PageStack stack;

  ExplanationIT(PageStack stack) {
    this.stack = stack;
  }

  @Test
  void shouldBeTheSameOnTheApiAndOnTheCommandLine() throws Exception {
    List<String> all = stack.client().proposalIds("limit=200&sort=proposalId");

    assertThat(all).hasSizeGreaterThanOrEqualTo(50);
    assertThat(explain(all))
        .allSatisfy(
            explained -> {
              assertThat(explained.printed.exitCode()).as(explained.printed.err()).isZero();
              assertThat(explained.lines).hasSizeGreaterThan(5);
              assertThat(Sentences.oneLine(explained.printed.out())).contains(explained.lines);
            });
  }

  /**
   * What a proposal's recommendation is explained with.
   *
   * @param lines by the API
   * @param printed by the command line
   */
  private record Explained(List<String> lines, CommandLine.Result printed) {}

  /** Several at a time, as each command waits for the broker most of its time. */
  private List<Explained> explain(List<String> ids) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
    try {
      List<Explained> explained = new ArrayList<>();
      for (Future<Explained> each :
          threads.invokeAll(
              ids.stream().<Callable<Explained>>map(id -> () -> explain(id)).toList())) {
        explained.add(each.get());
      }
      return explained;
    } finally {
      threads.shutdownNow();
    }
  }

  private Explained explain(String id) {
    CommandLine.Result printed = stack.result("recommendations", "explain", id);
    return new Explained(Sentences.of(explanation(id)), printed);
  }

  private JsonNode explanation(String id) {
    return stack.client().recommendation(id).orElseThrow().get("explanation");
  }

  /** What an explanation says, a sentence a line. */
  static final class Sentences {
    private Sentences() {}

    static List<String> of(JsonNode explanation) {
      List<String> sentences = new ArrayList<>();
      sentences.add(explanation.at("/headline/decisionText").asText());
      sentences.add(explanation.at("/headline/verdictText").asText());
      for (JsonNode section : explanation.get("sections")) {
        sentences.add(oneLine(section.get("heading").asText()));
        for (JsonNode line : section.get("lines")) {
          String label = line.has("label") ? line.get("label").asText() + ": " : "";
          String mitigation =
              line.has("mitigation") ? " Mitigation: " + line.get("mitigation").asText() : "";
          sentences.add(oneLine(label + line.get("text").asText() + mitigation));
        }
      }
      return sentences;
    }

    static String oneLine(String text) {
      return text.replaceAll("\\s+", " ").strip();
    }
  }
}
