package dev.tuneornot.standalone.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tuneornot.cli.Main;
import dev.tuneornot.model.AlternativeStatus;
import dev.tuneornot.model.Approach;
import dev.tuneornot.model.CandidateStatus;
import dev.tuneornot.model.Decision;
import dev.tuneornot.model.NextStep;
import dev.tuneornot.model.Risk;
import dev.tuneornot.model.Stage;
import dev.tuneornot.model.Verdict;
import dev.tuneornot.model.Warning;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples show everything that can be said. */
class ExamplesTest {
  private static final Path EXAMPLES = Path.of("..", "examples");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** For readers of newer writers; nothing writes it. */
  private static final String OTHER = "OTHER";

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-30", "2026-12-29"})
  void shouldReachEverythingThatCanBeSaid(String day) throws IOException {
    List<JsonNode> recommendations = evaluate(day);

    assertThat(of(recommendations, "/decision")).isEqualTo(all(Decision.values()));
    assertThat(of(recommendations, "/verdict")).isEqualTo(all(Verdict.values()));
    assertThat(of(recommendations, "/stage")).isEqualTo(all(Stage.values()));
    assertThat(each(recommendations, "warnings", "")).isEqualTo(all(Warning.values()));
    assertThat(each(recommendations, "risks", "")).isEqualTo(all(Risk.values()));
    assertThat(each(recommendations, "nextSteps", "")).isEqualTo(all(NextStep.values()));
    assertThat(each(recommendations, "candidates", "/status"))
        .isEqualTo(all(CandidateStatus.values()));
    assertThat(each(recommendations, "alternatives", "/status"))
        .isEqualTo(all(AlternativeStatus.values()));
    assertThat(each(recommendations, "options", "/approach")).isEqualTo(all(Approach.values()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/usageSource", "/worstCase", "/bestAlternative", "/decisionMonthlyCost"})
  void shouldGiveWhatOnlySomeHave(String field) throws IOException {
    assertThat(evaluate("2026-11-30"))
        .anySatisfy(recommendation -> assertThat(recommendation.at(field).isNull()).isFalse())
        .anySatisfy(
            recommendation ->
                assertThat(
                        recommendation.at(field).isMissingNode()
                            || recommendation.at(field).isNull())
                    .isTrue());
  }

  private static List<JsonNode> evaluate(String day) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            new PrintStream(out, false, UTF_8),
            new PrintStream(err, false, UTF_8),
            "evaluate",
            "--proposals",
            EXAMPLES.resolve("portfolio.csv").toString(),
            "--pricing",
            EXAMPLES.resolve("pricing.jsonl").toString(),
            "--policy",
            EXAMPLES.resolve("policy.json").toString(),
            "--usage",
            EXAMPLES.resolve("usage.jsonl").toString(),
            "--as-of",
            day,
            "--output",
            "jsonl");
    assertThat(code).as(err.toString(UTF_8)).isZero();
    List<JsonNode> recommendations = new ArrayList<>();
    for (String line : out.toString(UTF_8).lines().toList()) {
      recommendations.add(JSON.readTree(line));
    }
    return recommendations;
  }

  private static Set<String> of(List<JsonNode> recommendations, String field) {
    Set<String> seen = new TreeSet<>();
    recommendations.forEach(each -> seen.add(each.at(field).asText()));
    return seen;
  }

  private static Set<String> each(List<JsonNode> recommendations, String list, String field) {
    Set<String> seen = new TreeSet<>();
    for (JsonNode recommendation : recommendations) {
      recommendation.path(list).forEach(entry -> seen.add(entry.at(field).asText()));
    }
    return seen;
  }

  private static Set<String> all(Enum<?>[] symbols) {
    Set<String> names = new TreeSet<>();
    Stream.of(symbols).map(Enum::name).filter(name -> !name.equals(OTHER)).forEach(names::add);
    return names;
  }
}
