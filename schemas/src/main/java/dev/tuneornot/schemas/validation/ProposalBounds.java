package dev.tuneornot.schemas.validation;

import dev.tuneornot.model.Costs;
import dev.tuneornot.model.Need;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.TrainingData;
import dev.tuneornot.model.Workload;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bounds of a proposal (docs/rules.md, section 1). */
public final class ProposalBounds extends Bounds<Proposal> {

  private static final int MOST_TOKENS = 100_000_000;
  private static final long MOST_REQUESTS = 1_000_000_000_000L;
  private static final double MOST_MONEY = 1e12;

  @Override
  boolean check(Proposal proposal, Report report) {
    boolean valid = Texts.name(report, "proposalId", proposal.getProposalId());
    valid &= Texts.name(report, "portfolio", proposal.getPortfolio());
    valid &= Texts.text(report, "title", proposal.getTitle(), 500, "at most 500 characters");
    valid &= Instants.ifKnown(report, "submittedAt", proposal.getSubmittedAt());
    valid &= given(report, "promptingSufficient", proposal.getPromptingSufficient());
    valid &= given(report, "fewShotTried", proposal.getFewShotTried());
    valid &= given(report, "structuredOutputTried", proposal.getStructuredOutputTried());
    valid &= given(report, "ragSufficient", proposal.getRagSufficient());
    valid &= given(report, "narrowTask", proposal.getNarrowTask());
    TrainingData trainingData = proposal.getTrainingData();
    valid &= given(report, "trainingData", trainingData) && trainingData(report, trainingData);
    List<Need> needs = proposal.getNeeds();
    valid &= given(report, "needs", needs) && Needs.check(report, needs);
    Workload workload = proposal.getWorkload();
    valid &= given(report, "workload", workload) && workload(report, workload);
    valid &= CandidateModels.baseline(report, proposal.getBaselineModel());
    List<String> candidates = proposal.getCandidateModels();
    valid &=
        given(report, "candidateModels", candidates) && CandidateModels.check(report, candidates);
    Costs costs = proposal.getCosts();
    valid &= given(report, "costs", costs) && costs(report, costs);
    return valid;
  }

  private static boolean trainingData(Report report, TrainingData data) {
    String parent = "trainingData";
    boolean valid =
        Numbers.within(
            report, parent, "examples", data.getExamples(), 0, Integer.MAX_VALUE, "at least 0");
    valid &= given(report, "trainingData.quality", data.getQuality());
    valid &=
        Numbers.within(
            report,
            parent,
            "avgTokensPerExample",
            data.getAvgTokensPerExample(),
            0,
            Integer.MAX_VALUE,
            "at least 0");
    valid &= Numbers.within(report, parent, "epochs", data.getEpochs(), 1, 100, "1..100");
    Double hours = data.getTrainingHours();
    valid &=
        hours == null
            || Numbers.within(report, parent, "trainingHours", hours, 0.0, 1e6, "0..10^6");
    return valid;
  }

  private static boolean workload(Report report, Workload workload) {
    boolean valid =
        Numbers.within(
            report,
            "workload",
            "requestsPerMonth",
            workload.getRequestsPerMonth(),
            0,
            MOST_REQUESTS,
            "0..10^12");
    valid &= tokens(report, "promptTokens", workload.getPromptTokens());
    valid &= removableTokens(report, workload);
    valid &=
        Numbers.within(
            report, "workload", "cachedShare", workload.getCachedShare(), 0.0, 1.0, "0..1");
    valid &= tokens(report, "outputTokens", workload.getOutputTokens());
    Integer tuned = workload.getTunedOutputTokens();
    valid &= tuned == null || tokens(report, "tunedOutputTokens", tuned);
    return valid;
  }

  private static boolean tokens(Report report, String name, int tokens) {
    return Numbers.within(report, "workload", name, tokens, 0, MOST_TOKENS, "0..10^8");
  }

  private static boolean removableTokens(Report report, Workload workload) {
    int removable = workload.getRemovableTokens();
    int prompt = workload.getPromptTokens();
    boolean unknownLimit = report.isUnread("workload.promptTokens");
    if (removable >= 0 && (removable <= prompt || unknownLimit)) {
      return true;
    }
    String bound = unknownLimit ? "0..promptTokens" : "0..promptTokens (" + prompt + ")";
    report.violation("workload", "removableTokens", removable, bound);
    return false;
  }

  private static boolean costs(Report report, Costs costs) {
    boolean valid = money(report, "dataPreparation", costs.getDataPreparation());
    valid &= money(report, "engineering", costs.getEngineering());
    valid &= money(report, "evaluation", costs.getEvaluation());
    Double months = costs.getRetrainEveryMonths();
    valid &=
        months == null
            || Numbers.within(
                report, "costs", "retrainEveryMonths", months, 0.01, 1200.0, "0.01..1200");
    return valid;
  }

  private static boolean money(Report report, String name, double usd) {
    return Numbers.within(report, "costs", name, usd, 0.0, MOST_MONEY, "0..10^12");
  }

  private static boolean given(Report report, String field, @Nullable Object value) {
    if (value == null) {
      report.violation("", field, null, Violation.REQUIRED);
      return false;
    }
    return true;
  }
}
