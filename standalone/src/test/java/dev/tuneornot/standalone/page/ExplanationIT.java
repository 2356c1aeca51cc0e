package dev.tuneornot.standalone.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tuneornot.standalone.endtoend.CommandLine;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The API and the command line explain every recommendation of the examples in the same words. */
class ExplanationIT {
  private static PageStack stack;

  @BeforeAll
  static void start() throws Exception {
    stack = PageStack.start();
  }

  @AfterAll
  static void stop() {
    stack.close();
  }

  @Test
  void shouldBeTheSameOnTheApiAndOnTheCommandLine() {
    List<String> all = stack.client().proposalIds("limit=200&sort=proposalId");

    assertThat(all)
        .hasSizeGreaterThanOrEqualTo(50)
        .allSatisfy(
            id -> {
              CommandLine.Result printed = stack.result("recommendations", "explain", id);
              List<String> lines = Sentences.of(explanation(id));

              assertThat(printed.exitCode()).as(printed.err()).isZero();
              assertThat(lines).hasSizeGreaterThan(5);
              assertThat(Sentences.oneLine(printed.out())).contains(lines);
            });
  }

  private static JsonNode explanation(String id) {
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
