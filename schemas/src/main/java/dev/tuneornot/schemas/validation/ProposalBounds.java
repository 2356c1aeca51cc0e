package dev.tuneornot.schemas.validation;

import dev.tuneornot.model.Costs;
import dev.tuneornot.model.Need;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Retrieval;
import dev.tuneornot.model.Stage;
import dev.tuneornot.model.TrainingData;
import dev.tuneornot.model.Workload;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bounds of a proposal (docs/rules.md, section 1). */
public final class ProposalBounds extends Bounds<Proposal> {

  private static final double MOST_MONEY = 1e12;
  private static final String MONEY = "0 or 10^-9..10^12";
  private static final String CANDIDATES = "candidateModels";
  private static final String ALTERNATIVES = "alternativeModels";

  @Override
  boolean check(Proposal proposal, Report report) {
    boolean valid = Texts.name(report, "proposalId", proposal.getProposalId());
    valid &= portfolio(report, proposal.getPortfolio());
    valid &= Texts.text(report, "title", proposal.getTitle(), 500, "at most 500 characters");
    valid &= Instants.ifKnown(report, "submittedAt", proposal.getSubmittedAt());
    valid &= Symbols.known(report, "", "stage", proposal.getStage());
    valid &= Instants.ifKnown(report, "liveSince", proposal.getLiveSince());
    valid &= answers(report, proposal);
    TrainingData trainingData = proposal.getTrainingData();
    valid &= given(report, "trainingData", trainingData) && trainingData(report, trainingData);
    List<Need> needs = proposal.getNeeds();
    valid &= given(report, "needs", needs) && Needs.check(report, needs);
    Workload workload = proposal.getWorkload();
    valid &= given(report, "workload", workload) && WorkloadBounds.check(report, workload);
    Retrieval retrieval = proposal.getRetrieval();
    valid &= retrieval == null || retrieval(report, retrieval);
    valid &= models(report, proposal);
    Costs costs = proposal.getCosts();
    valid &= given(report, "costs", costs) && costs(report, costs);
    return valid;
  }

  /** The name of the policy for every portfolio cannot be that of one. */
  private static boolean portfolio(Report report, @Nullable String portfolio) {
    if (PolicyBounds.EVERY_PORTFOLIO.equals(portfolio)) {
      report.violation("", "portfolio", portfolio, "another name than *, which stands for every");
      return false;
    }
    return Texts.name(report, "portfolio", portfolio);
  }

  private static boolean answers(Report report, Proposal proposal) {
    boolean valid =
        Symbols.known(report, "", "promptingSufficient", proposal.getPromptingSufficient());
    valid &= Symbols.known(report, "", "fewShotTried", proposal.getFewShotTried());
    valid &=
        Symbols.known(report, "", "structuredOutputTried", proposal.getStructuredOutputTried());
    valid &= Symbols.known(report, "", "ragSufficient", proposal.getRagSufficient());
    valid &= Symbols.known(report, "", "narrowTask", proposal.getNarrowTask());
    return valid;
  }

  private static boolean models(Report report, Proposal proposal) {
    String baseline = proposal.getBaselineModel();
    boolean valid = ModelIds.baseline(report, baseline);
    List<String> alternatives = proposal.getAlternativeModels();
    valid &=
        given(report, ALTERNATIVES, alternatives)
            && ModelIds.check(report, ALTERNATIVES, alternatives)
            && ModelIds.withoutBaseline(report, ALTERNATIVES, alternatives, baseline);
    List<String> candidates = proposal.getCandidateModels();
    valid &=
        given(report, CANDIDATES, candidates)
            && ModelIds.check(report, CANDIDATES, candidates)
            && liveCandidate(report, proposal.getStage(), candidates);
    return valid;
  }

  private static boolean liveCandidate(
      Report report, @Nullable Stage stage, List<String> candidates) {
    if (stage != Stage.LIVE || !candidates.isEmpty()) {
      return true;
    }
    report.violation(
        "", CANDIDATES, null, "given where the stage is LIVE: the first one is in production");
    return false;
  }

  private static boolean retrieval(Report report, Retrieval retrieval) {
    String parent = "retrieval";
    boolean valid = WorkloadBounds.tokens(report, parent, "tokens", retrieval.getTokens());
    valid &= money(report, parent, "perRequest", retrieval.getPerRequest());
    valid &= money(report, parent, "perMonth", retrieval.getPerMonth());
    valid &= money(report, parent, "upfront", retrieval.getUpfront());
    return valid;
  }

  private static boolean trainingData(Report report, TrainingData data) {
    String parent = "trainingData";
    boolean valid =
        Numbers.within(
            report, parent, "examples", data.getExamples(), 0, Integer.MAX_VALUE, "at least 0");
    valid &= Symbols.known(report, parent, "quality", data.getQuality());
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
            || Numbers.amount(report, parent, "trainingHours", hours, 1e6, "0 or 10^-9..10^6");
    return valid;
  }

  private static boolean costs(Report report, Costs costs) {
    String parent = "costs";
    boolean valid = money(report, parent, "dataPreparation", costs.getDataPreparation());
    valid &= money(report, parent, "engineering", costs.getEngineering());
    valid &= money(report, parent, "evaluation", costs.getEvaluation());
    Double months = costs.getRetrainEveryMonths();
    valid &=
        months == null
            || Numbers.within(
                report, parent, "retrainEveryMonths", months, 0.01, 1200.0, "0.01..1200");
    int runs = costs.getTrainingRuns();
    valid &= Numbers.within(report, parent, "trainingRuns", runs, 1, 100, "1..100");
    valid &= Numbers.amount(report, parent, "overrun", costs.getOverrun(), 10, "0 or 10^-9..10");
    valid &=
        Numbers.amount(
            report, parent, "perExample", costs.getPerExample(), 1e6, "0 or 10^-9..10^6");
    return valid;
  }

  private static boolean money(Report report, String parent, String name, double usd) {
    return Numbers.amount(report, parent, name, usd, MOST_MONEY, MONEY);
  }

  private static boolean given(Report report, String field, @Nullable Object value) {
    if (value == null) {
      report.violation("", field, null, Violation.REQUIRED);
      return false;
    }
    return true;
  }
}
