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
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
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
          .containsAll(proposal.getCandidateModels())
          .containsAll(proposal.getAlternativeModels());
      portfolio.usage(i).ifPresent(usage -> assertThat(RecordType.USAGE.check(usage)).isEmpty());
    }
  }

  @Test
  void shouldUseWhatARecordMaySay() {
    SyntheticCatalogue catalogue = new SyntheticCatalogue(3, 200, Shell.NOW);
    SyntheticPortfolio portfolio = new SyntheticPortfolio(3, catalogue);
    Set<String> set = new TreeSet<>();
    for (int i = 0; i < 2_000; i++) {
      noteOthers(portfolio.proposal(i), "", set);
      portfolio.usage(i).ifPresent(usage -> noteOthers(usage, "usage.", set));
    }
    for (int i = 0; i < catalogue.size(); i++) {
      noteOthers(catalogue.pricing(i), "pricing.", set);
      catalogue.pricing(i).getPeriods().forEach(period -> noteOthers(period, "period.", set));
    }

    assertThat(set)
        .contains("stage", "liveSince", "retrieval.upfront", "alternativeModels")
        .contains("workload.requestsPerMonthLow", "workload.requestsPerMonthHigh")
        .contains("workload.cacheWriteShare", "workload.keptCachedShare", "workload.batchShare")
        .contains("workload.fewShotTokens", "costs.trainingRuns", "costs.overrun")
        .contains("costs.perExample", "usage.cachedInputTokens", "usage.requests")
        .contains("pricing.tunedRetiresAt", "pricing.replacement", "pricing.tokenFactor")
        .contains("period.cacheWritePerMTok", "period.batchInputPerMTok", "period.tiers")
        .contains("period.tuning.adaptersPerDeployment", "period.tuning.hostingPerHour");
  }

  /** The fields of a record that have another value than their default. */
  private static void noteOthers(SpecificRecord record, String prefix, Set<String> set) {
    for (Schema.Field field : record.getSchema().getFields()) {
      Object value = record.get(field.pos());
      if (value instanceof SpecificRecord nested) {
        noteOthers(nested, prefix + field.name() + ".", set);
      } else if (value != null
          && (!field.hasDefaultValue()
              || !String.valueOf(value)
                  .equals(String.valueOf(SpecificData.get().getDefaultValue(field))))) {
        set.add(prefix + field.name());
      }
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
  void shouldMeasureSomeOfTheProposals() throws IOException {
    Path proposals = generated("p.jsonl", "--proposals", "400");
    Path prices = generated("m.jsonl", "--prices");
    Path usage = generated("u.csv", "--usage", "400", "--output", "csv");

    Result result =
        Shell.plain()
            .run(
                "evaluate",
                "--proposals",
                proposals,
                "--pricing",
                prices,
                "--usage",
                usage,
                "--output",
                "jsonl");

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.outLines())
        .filteredOn(line -> line.contains("\"usageSource\":\"synthetic, seed 1\""))
        .hasSizeBetween(60, 140);
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
        .contains("\"decision\":\"FINE_TUNE_WITH_RAG\"", "\"decision\":\"UNDECIDED\"")
        .contains("\"stage\":\"LIVE\"", "\"bestAlternative\":\"", "SWITCH_MODEL")
        .contains("\"worstCase\":{", "UNCERTAIN_PAYBACK", "FINE_TUNING_WITH_RAG");
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
