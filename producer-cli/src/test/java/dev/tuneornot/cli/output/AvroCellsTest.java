package dev.tuneornot.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.model.Answer;
import dev.tuneornot.model.Approach;
import dev.tuneornot.model.ApproachAssessment;
import dev.tuneornot.model.CandidateEvaluation;
import dev.tuneornot.model.CandidateStatus;
import dev.tuneornot.model.DataBand;
import dev.tuneornot.model.Decision;
import dev.tuneornot.model.Leaf;
import dev.tuneornot.model.Need;
import dev.tuneornot.model.PortfolioSummary;
import dev.tuneornot.model.Question;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.TraceStep;
import dev.tuneornot.model.Trigger;
import dev.tuneornot.model.Verdict;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AvroCellsTest {

  @Test
  void shouldNestListsWithinLists() {
    Recommendation row = recommendation();
    row.setTrace(
        List.of(new TraceStep(Question.T1, Answer.NO), new TraceStep(Question.T2, Answer.YES)));
    row.setAssessment(
        List.of(
            new ApproachAssessment(Approach.PROMPTING, 2, 0, List.of(), true),
            new ApproachAssessment(
                Approach.RAG, 1, 0, List.of(Need.LOW_LATENCY, Need.STYLE_OR_FORMAT), true)));

    Map<String, @Nullable String> cells = cells(row);

    assertThat(cells)
        .containsEntry("trace.question", "T1;T2")
        .containsEntry("trace.answer", "NO;YES")
        .containsEntry("assessment.approach", "PROMPTING;RAG")
        .containsEntry("assessment.unserved", ";LOW_LATENCY|STYLE_OR_FORMAT")
        .containsEntry("evaluatedAt", "2026-11-22T00:00:00Z")
        .containsEntry("bestModel", null);
  }

  @Test
  void shouldKeepThePlaceOfAMissingFigure() {
    Recommendation row = recommendation();
    row.setCandidates(
        List.of(
            CandidateEvaluation.newBuilder()
                .setModelId("a/x")
                .setStatus(CandidateStatus.UNPRICED)
                .build(),
            CandidateEvaluation.newBuilder()
                .setModelId("b/y")
                .setStatus(CandidateStatus.PAYS_BACK)
                .setUpfrontCost(12.5)
                .build()));

    Map<String, @Nullable String> cells = cells(row);

    assertThat(cells)
        .containsEntry("candidates.modelId", "a/x;b/y")
        .containsEntry("candidates.upfrontCost", ";12.5")
        .containsEntry("candidates.roi", null);
  }

  @Test
  void shouldWriteMapsSortedAndDecimalsPlain() {
    PortfolioSummary summary =
        PortfolioSummary.newBuilder()
            .setPortfolio("sales")
            .setProposals(3)
            .setByDecision(Map.of("USE_RAG", 2L, "FEW_SHOT", 1L))
            .setByVerdict(Map.of())
            .setMonthlySavings(new BigDecimal("1E+3").setScale(6))
            .setUpfrontCost(new BigDecimal("0.000001"))
            .setNetBenefit(new BigDecimal("-1.500000"))
            .setDecisionMonthlyCost(new BigDecimal("7.500000"))
            .setSwitchSavings(new BigDecimal("0.000000"))
            .setMonthlySavingsUsd(1000)
            .setUpfrontCostUsd(1e-6)
            .setNetBenefitUsd(-1.5)
            .setDecisionMonthlyCostUsd(7.5)
            .setSwitchSavingsUsd(0)
            .build();

    Map<String, @Nullable String> cells = cells(summary);

    assertThat(cells)
        .containsEntry("byDecision", "FEW_SHOT=1;USE_RAG=2")
        .containsEntry("monthlySavings", "1000.000000")
        .containsEntry("upfrontCost", "0.000001")
        .containsEntry("netBenefit", "-1.500000");
  }

  private static Map<String, @Nullable String> cells(IndexedRecord row) {
    List<String> names = new AvroCells(row.getSchema()).names();
    List<@Nullable String> cells = new AvroCells(row.getSchema()).of(row);
    assertThat(cells).hasSameSizeAs(names);
    Map<String, @Nullable String> byName = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      byName.put(names.get(i), cells.get(i));
    }
    return byName;
  }

  private static Recommendation recommendation() {
    return Recommendation.newBuilder()
        .setProposalId("p")
        .setPortfolio("sales")
        .setDecision(Decision.USE_RAG)
        .setLeaf(Leaf.USE_RAG)
        .setVerdict(Verdict.NOT_APPLICABLE)
        .setDataBand(DataBand.GOOD)
        .setAssessmentLeader(Approach.RAG)
        .setEvaluatedAt(Instant.parse("2026-11-22T00:00:00Z"))
        .setVerdictSince(Instant.parse("2026-11-22T00:00:00Z"))
        .setPolicyVersion("builtin")
        .setRulesVersion("1")
        .setTrigger(Trigger.PROPOSAL)
        .setTriggerKey("p")
        .build();
  }
}
