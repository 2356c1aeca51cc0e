package dev.tuneornot.cli.recommendations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.model.CandidateEvaluation;
import dev.tuneornot.model.CandidateStatus;
import dev.tuneornot.model.Decision;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.Verdict;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class RecommendationFilterTest {

  @Command
  private static final class Filtering {
    @Mixin private RecommendationFilter filter = new RecommendationFilter();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "|true",
        "--portfolio sales|true",
        "--portfolio ops|false",
        "--portfolio ops --portfolio sales|true",
        "--verdict GO|true",
        "--verdict go --verdict NO_GO|true",
        "--verdict CAUTION|false",
        "--decision FINE_TUNE|true",
        "--decision USE_RAG|false",
        "--model openai/b|true",
        "--model openai/c|false",
        "--portfolio sales --verdict CAUTION|false",
        "--portfolio sales --verdict GO --decision FINE_TUNE --model openai/a|true"
      })
  void shouldWantOneValueOfEachOption(String options, boolean expected) {
    Filtering command = new Filtering();
    String[] words = options == null ? new String[0] : options.split(" ", -1);

    new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(words);

    assertThat(command.filter.test(recommendation())).isEqualTo(expected);
  }

  private static Recommendation recommendation() {
    Recommendation recommendation = new Recommendation();
    recommendation.setPortfolio("sales");
    recommendation.setVerdict(Verdict.GO);
    recommendation.setDecision(Decision.FINE_TUNE);
    recommendation.setCandidates(List.of(candidate("openai/a"), candidate("openai/b")));
    return recommendation;
  }

  private static CandidateEvaluation candidate(String modelId) {
    return CandidateEvaluation.newBuilder()
        .setModelId(modelId)
        .setStatus(CandidateStatus.PAYS_BACK)
        .build();
  }
}
