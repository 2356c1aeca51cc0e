package dev.tuneornot.cli.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.cli.testing.Shell;
import dev.tuneornot.cli.testing.Shell.Result;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.schemas.RecordType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenerateCommandTest {

  @TempDir private Path directory;

  @Test
  void shouldBeWithinTheBoundsAndNameModelsOfTheCatalogue() {
    SyntheticCatalogue catalogue = new SyntheticCatalogue(11, 60, Shell.NOW);
    SyntheticPortfolio portfolio = new SyntheticPortfolio(11, catalogue);
    Set<String> models = new HashSet<>();

    for (int i = 0; i < catalogue.size(); i++) {
      ModelPricing pricing = catalogue.pricing(i);
      assertThat(RecordType.MODEL_PRICING.check(pricing)).isEmpty();
      assertThat(models.add(pricing.getModelId())).isTrue();
    }
    for (int i = 0; i < 20_000; i++) {
      Proposal proposal = portfolio.proposal(i);
      assertThat(RecordType.PROPOSAL.check(proposal)).isEmpty();
      assertThat(models)
          .contains(proposal.getBaselineModel())
          .containsAll(proposal.getCandidateModels());
    }
  }

  @Test
  void shouldGiveTheSameForTheSameSeedAndOthersForAnother() {
    Result first = Shell.plain().run("generate", "--proposals", 50, "--seed", 7);
    Result second = Shell.plain().run("generate", "--proposals", 50, "--seed", 7);
    Result other = Shell.plain().run("generate", "--proposals", 50, "--seed", 8);

    assertThat(first.outLines()).hasSize(50).isEqualTo(second.outLines());
    assertThat(other.outLines()).hasSize(50).doesNotContainAnyElementsOf(first.outLines());
  }

  @Test
  void shouldGiveTheFirstOnesForASmallerNumber() {
    Result few = Shell.plain().run("generate", "--proposals", 5);
    Result many = Shell.plain().run("generate", "--proposals", 20);

    assertThat(many.outLines().subList(0, 5)).isEqualTo(few.outLines());
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"csv", "json", "jsonl"})
  void shouldWriteWhatTheOtherCommandsRead(String format) throws IOException {
    Path proposals = generated("p." + format, "--proposals", "300", "--output", format);
    Path prices = generated("m." + format, "--prices", "--output", format);

    Result result =
        Shell.plain()
            .run("evaluate", "--proposals", proposals, "--pricing", prices, "--output", "jsonl");

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.outLines()).hasSize(300).isEqualTo(expected());
  }

  @Test
  void shouldShowEveryVerdictAndDecision() throws IOException {
    String all = String.join("\n", expected(5_000));

    assertThat(all)
        .contains("\"verdict\":\"GO\"", "\"verdict\":\"CAUTION\"", "\"verdict\":\"NO_GO\"")
        .contains("\"verdict\":\"PENDING_PRICE\"", "\"verdict\":\"NOT_APPLICABLE\"")
        .contains("\"decision\":\"FINE_TUNE_WITH_RAG\"", "\"decision\":\"UNDECIDED\"");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"--models=0", "--models=100001", "--seed=x", "--as-of=tomorrow"})
  void shouldRefuseWrongOptions(String option) {
    Result result = Shell.plain().run("generate", "--proposals", 1, option);

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains(option.substring(0, option.indexOf('=')));
  }

  @Test
  void shouldWantEitherProposalsOrPrices() {
    assertThat(Shell.plain().run("generate").exitCode()).isEqualTo(2);
    assertThat(Shell.plain().run("generate", "--proposals", 1, "--prices").exitCode()).isEqualTo(2);
  }

  private List<String> expected() throws IOException {
    return expected(300);
  }

  private List<String> expected(int number) throws IOException {
    Path proposals = generated("expected.jsonl", "--proposals", String.valueOf(number));
    Path prices = generated("prices.jsonl", "--prices");
    return Shell.plain()
        .run("evaluate", "--proposals", proposals, "--pricing", prices, "--output", "jsonl")
        .outLines();
  }

  private Path generated(String name, String... options) throws IOException {
    Object[] words = new Object[options.length + 1];
    words[0] = "generate";
    System.arraycopy(options, 0, words, 1, options.length);
    return Files.writeString(directory.resolve(name), Shell.plain().run(words).out());
  }
}
