package dev.tuneornot.schemas.binary;

import dev.tuneornot.model.AlternativeEvaluation;
import dev.tuneornot.model.ApproachAssessment;
import dev.tuneornot.model.ApproachOption;
import dev.tuneornot.model.CandidateCase;
import dev.tuneornot.model.CandidateEvaluation;
import dev.tuneornot.model.EffectiveWorkload;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.TraceStep;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.Encoder;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes the bytes that Avro's own writer gives for a recommendation, in a third of the time. Avro
 * generates such code for records without logical types; a recommendation has instants, so its
 * fields are written out here, in the order of the schema, and those of the records inside as well,
 * as the generated code takes an iterator for each of their lists. Thread-safe.
 */
// An Avro enum is written as the ordinal of its class, as Avro's generated code does.
@SuppressWarnings("EnumOrdinal")
public final class RecommendationWriter implements DatumWriter<SpecificRecord> {

  private static final Boundary NOWHERE = () -> {};

  /**
   * Is told, while a recommendation is written, where what does not belong to its outcome begins
   * and ends by turns (docs/rules.md section 9). At the end the last of these is left open.
   */
  @FunctionalInterface
  public interface Boundary {
    void here() throws IOException;
  }

  /** This writer under the schema of what it writes, for serializers that take such writers. */
  public static Map<Schema, DatumWriter<SpecificRecord>> bySchema() {
    return Map.of(Recommendation.getClassSchema(), new RecommendationWriter());
  }

  /**
   * @throws IllegalArgumentException for any other schema than that of the generated class
   */
  @Override
  public void setSchema(Schema schema) {
    if (!schema.equals(Recommendation.getClassSchema())) {
      throw new IllegalArgumentException("schema = " + schema.getFullName() + ": must be ours");
    }
  }

  /**
   * @param datum a {@link Recommendation}
   * @throws ClassCastException where it is none
   * @throws NullPointerException where a field is null that must not be
   */
  @Override
  public void write(SpecificRecord datum, Encoder out) throws IOException {
    write((Recommendation) datum, out, NOWHERE);
  }

  /**
   * Likewise, telling what belongs to the outcome.
   *
   * @throws NullPointerException where a field is null that must not be
   */
  public void write(Recommendation recommendation, Encoder out, Boundary boundary)
      throws IOException {
    writeDecision(recommendation, out);
    writeLists(recommendation, out);
    writeBasis(recommendation, out, boundary);
    writeWays(recommendation, out);
    writeBest(recommendation, out, boundary);
    writeCandidates(recommendation.getCandidates(), out, boundary);
    writeCircumstances(recommendation, out, boundary);
  }

  private static void writeDecision(Recommendation recommendation, Encoder out) throws IOException {
    out.writeString(recommendation.getProposalId());
    out.writeString(recommendation.getPortfolio());
    out.writeString(recommendation.getTitle());
    out.writeEnum(recommendation.getStage().ordinal());
    out.writeEnum(recommendation.getDecision().ordinal());
    out.writeEnum(recommendation.getLeaf().ordinal());
    out.writeEnum(recommendation.getVerdict().ordinal());
    writeNullable(recommendation.getOpenQuestion(), out);
    writeTrace(recommendation.getTrace(), out);
    out.writeEnum(recommendation.getDataBand().ordinal());
    out.writeInt(recommendation.getMissingExamples());
    writeAssessment(recommendation.getAssessment(), out);
    out.writeEnum(recommendation.getAssessmentLeader().ordinal());
  }

  private static void writeLists(Recommendation recommendation, Encoder out) throws IOException {
    writeSymbols(recommendation.getSignals(), out);
    writeSymbols(recommendation.getWarnings(), out);
    writeSymbols(recommendation.getRisks(), out);
    writeSymbols(recommendation.getNextSteps(), out);
  }

  /** What it was decided on; where the usage was measured does not belong to the outcome. */
  private static void writeBasis(Recommendation recommendation, Encoder out, Boundary boundary)
      throws IOException {
    writeSymbols(recommendation.getNeeds(), out);
    writeNullable(recommendation.getBaselineModel(), out);
    EffectiveWorkload workload = recommendation.getWorkload();
    out.writeLong(workload.getRequestsPerMonth());
    out.writeInt(workload.getPromptTokens());
    out.writeInt(workload.getRemovableTokens());
    out.writeDouble(workload.getCachedShare());
    out.writeDouble(workload.getCacheWriteShare());
    out.writeDouble(workload.getKeptCachedShare());
    out.writeDouble(workload.getBatchShare());
    out.writeInt(workload.getOutputTokens());
    Integer tunedOutputTokens = workload.getTunedOutputTokens();
    if (writeBranch(tunedOutputTokens, out)) {
      out.writeInt(tunedOutputTokens);
    }
    boundary.here();
    writeNullable(recommendation.getUsageSource(), out);
    writeNullable(recommendation.getUsageWindowEnd(), out);
    boundary.here();
  }

  private static void writeWays(Recommendation recommendation, Encoder out) throws IOException {
    writeNullable(recommendation.getReferenceModel(), out);
    writeAlternatives(recommendation.getAlternatives(), out);
    writeNullable(recommendation.getBestAlternative(), out);
    writeNullable(recommendation.getSwitchSavings(), out);
    writeOptions(recommendation.getOptions(), out);
    writeNullable(recommendation.getDecisionUpfrontCost(), out);
    writeNullable(recommendation.getDecisionMonthlyCost(), out);
  }

  private static void writeAlternatives(List<AlternativeEvaluation> alternatives, Encoder out)
      throws IOException {
    int size = alternatives.size();
    out.writeArrayStart();
    out.setItemCount(size);
    for (int i = 0; i < size; i++) {
      out.startItem();
      AlternativeEvaluation alternative = alternatives.get(i);
      out.writeString(alternative.getModelId());
      out.writeEnum(alternative.getStatus().ordinal());
      writeNullable(alternative.getCostPerRequest(), out);
      writeNullable(alternative.getMonthlyCost(), out);
      writeNullable(alternative.getMonthlySavings(), out);
    }
    out.writeArrayEnd();
  }

  private static void writeOptions(List<ApproachOption> options, Encoder out) throws IOException {
    int size = options.size();
    out.writeArrayStart();
    out.setItemCount(size);
    for (int i = 0; i < size; i++) {
      out.startItem();
      ApproachOption option = options.get(i);
      out.writeEnum(option.getApproach().ordinal());
      out.writeString(option.getModelId());
      out.writeDouble(option.getCostPerRequest());
      out.writeDouble(option.getUpfrontCost());
      out.writeDouble(option.getMonthlyCost());
      out.writeDouble(option.getHorizonCost());
    }
    out.writeArrayEnd();
  }

  private static void writeBest(Recommendation recommendation, Encoder out, Boundary boundary)
      throws IOException {
    writeNullable(recommendation.getBestModel(), out);
    writeNullable(recommendation.getBestStatus(), out);
    writeNullable(recommendation.getUpfrontCost(), out);
    writeNullable(recommendation.getMonthlySavings(), out);
    writeNullable(recommendation.getPaybackMonths(), out);
    writeNullable(recommendation.getBreakevenRequests(), out);
    boundary.here();
    writeNullable(recommendation.getNetBenefit(), out);
    writeNullable(recommendation.getRoi(), out);
    boundary.here();
    writeNullable(recommendation.getMinimumMonthlyRequests(), out);
    writeNullable(recommendation.getBaselinePriceMargin(), out);
    writeNullable(recommendation.getWorstCase(), out, boundary);
    writeNullable(recommendation.getBestCase(), out, boundary);
  }

  private static void writeNullable(@Nullable CandidateCase figures, Encoder out, Boundary boundary)
      throws IOException {
    if (writeBranch(figures, out)) {
      out.writeEnum(figures.getStatus().ordinal());
      out.writeDouble(figures.getMonthlySavings());
      writeNullable(figures.getPaybackMonths(), out);
      boundary.here();
      out.writeDouble(figures.getNetBenefit());
      boundary.here();
    }
  }

  private static void writeCandidates(
      List<CandidateEvaluation> candidates, Encoder out, Boundary boundary) throws IOException {
    int size = candidates.size();
    out.writeArrayStart();
    out.setItemCount(size);
    for (int i = 0; i < size; i++) {
      out.startItem();
      writeCandidate(candidates.get(i), out, boundary);
    }
    out.writeArrayEnd();
  }

  private static void writeCandidate(CandidateEvaluation candidate, Encoder out, Boundary boundary)
      throws IOException {
    out.writeString(candidate.getModelId());
    out.writeEnum(candidate.getStatus().ordinal());
    writeNullable(candidate.getBaselineCostPerRequest(), out);
    writeNullable(candidate.getTunedCostPerRequest(), out);
    writeNullable(candidate.getSavingsPerRequest(), out);
    writeNullable(candidate.getTrainingTokens(), out);
    writeNullable(candidate.getTrainingCost(), out);
    writeNullable(candidate.getUpfrontCost(), out);
    writeNullable(candidate.getMonthlyFixedCost(), out);
    writeNullable(candidate.getMonthlyRetrainingCost(), out);
    writeNullable(candidate.getMonthlySavings(), out);
    writeNullable(candidate.getPaybackMonths(), out);
    writeNullable(candidate.getBreakevenRequests(), out);
    boundary.here();
    writeNullable(candidate.getMonthsToRetirement(), out);
    writeNullable(candidate.getHorizonMonths(), out);
    writeNullable(candidate.getNetBenefit(), out);
    writeNullable(candidate.getRoi(), out);
    boundary.here();
    writeNullable(candidate.getGuideBreakevenRequests(), out);
    writeNullable(candidate.getBaselineLatencyMs(), out);
    writeNullable(candidate.getTunedLatencyMs(), out);
    writeNullable(candidate.getMinimumMonthlyRequests(), out);
    writeNullable(candidate.getBaselinePriceMargin(), out);
    writeNullable(candidate.getWorstCase(), out, boundary);
    writeNullable(candidate.getBestCase(), out, boundary);
  }

  private static void writeCircumstances(
      Recommendation recommendation, Encoder out, Boundary boundary) throws IOException {
    boundary.here();
    out.writeLong(recommendation.getEvaluatedAt().toEpochMilli());
    boundary.here();
    writeNullable(recommendation.getValidUntil(), out);
    out.writeString(recommendation.getPolicyVersion());
    out.writeString(recommendation.getRulesVersion());
    boundary.here();
    out.writeEnum(recommendation.getTrigger().ordinal());
    out.writeString(recommendation.getTriggerKey());
    writeNullable(recommendation.getPreviousVerdict(), out);
    out.writeLong(recommendation.getVerdictSince().toEpochMilli());
  }

  private static void writeTrace(List<TraceStep> trace, Encoder out) throws IOException {
    int size = trace.size();
    out.writeArrayStart();
    out.setItemCount(size);
    for (int i = 0; i < size; i++) {
      out.startItem();
      TraceStep step = trace.get(i);
      out.writeEnum(step.getQuestion().ordinal());
      out.writeEnum(step.getAnswer().ordinal());
    }
    out.writeArrayEnd();
  }

  private static void writeAssessment(List<ApproachAssessment> assessment, Encoder out)
      throws IOException {
    int size = assessment.size();
    out.writeArrayStart();
    out.setItemCount(size);
    for (int i = 0; i < size; i++) {
      out.startItem();
      ApproachAssessment approach = assessment.get(i);
      out.writeEnum(approach.getApproach().ordinal());
      out.writeInt(approach.getServed());
      out.writeInt(approach.getBest());
      writeSymbols(approach.getUnserved(), out);
      out.writeBoolean(approach.getEligible());
    }
    out.writeArrayEnd();
  }

  private static void writeSymbols(List<? extends Enum<?>> symbols, Encoder out)
      throws IOException {
    int size = symbols.size();
    out.writeArrayStart();
    out.setItemCount(size);
    for (int i = 0; i < size; i++) {
      out.startItem();
      out.writeEnum(symbols.get(i).ordinal());
    }
    out.writeArrayEnd();
  }

  private static void writeNullable(@Nullable String text, Encoder out) throws IOException {
    if (writeBranch(text, out)) {
      out.writeString(text);
    }
  }

  private static void writeNullable(@Nullable Instant instant, Encoder out) throws IOException {
    if (writeBranch(instant, out)) {
      out.writeLong(instant.toEpochMilli());
    }
  }

  private static void writeNullable(@Nullable Enum<?> symbol, Encoder out) throws IOException {
    if (writeBranch(symbol, out)) {
      out.writeEnum(symbol.ordinal());
    }
  }

  private static void writeNullable(@Nullable Double figure, Encoder out) throws IOException {
    if (writeBranch(figure, out)) {
      out.writeDouble(figure);
    }
  }

  private static void writeNullable(@Nullable Long count, Encoder out) throws IOException {
    if (writeBranch(count, out)) {
      out.writeLong(count);
    }
  }

  /** Of a union with null; says whether a value follows. */
  private static boolean writeBranch(@Nullable Object value, Encoder out) throws IOException {
    if (value == null) {
      out.writeIndex(0);
      return false;
    }
    out.writeIndex(1);
    return true;
  }
}
