package dev.tuneornot.schemas.binary;

import dev.tuneornot.model.Answer;
import dev.tuneornot.model.Costs;
import dev.tuneornot.model.Need;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Retrieval;
import dev.tuneornot.model.Stage;
import dev.tuneornot.model.TrainingData;
import dev.tuneornot.model.Workload;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.AvroTypeException;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.Decoder;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.util.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * Reads what Avro's own reader reads from the bytes of a proposal, in a part of the time, where
 * they were written with the schema of the generated class; the fields are written out here in its
 * order. The primitives and their limits are Avro's. Not thread-safe.
 */
public final class ProposalReader implements DatumReader<Proposal> {
  private static final Answer[] ANSWERS = Answer.values();
  private static final Need[] NEEDS = Need.values();
  private static final Stage[] STAGES = Stage.values();

  /** A list of so many items at the most is allocated on the word of its size alone. */
  private static final int LARGEST_EXPECTED_LIST = 32;

  private final Names names = new Names();
  private final Utf8 scratch = new Utf8();

  private ProposalReader() {}

  /** Such a reader where {@code writer} is the schema of the generated class, else Avro's own. */
  public static DatumReader<Proposal> of(Schema writer) {
    Schema ours = Proposal.getClassSchema();
    return writer.equals(ours) ? new ProposalReader() : new SpecificDatumReader<>(writer, ours);
  }

  /**
   * @throws IllegalArgumentException for any other schema than that of the generated class
   */
  @Override
  public void setSchema(Schema schema) {
    if (!schema.equals(Proposal.getClassSchema())) {
      throw new IllegalArgumentException("schema = " + schema.getFullName() + ": must be ours");
    }
  }

  /**
   * @throws IOException where the bytes end too early
   * @throws RuntimeException where they are malformed otherwise
   */
  @Override
  public Proposal read(@Nullable Proposal reuse, Decoder in) throws IOException {
    Proposal proposal = reuse == null ? new Proposal() : reuse;
    proposal.setProposalId(in.readString());
    proposal.setPortfolio(readName(in));
    proposal.setTitle(in.readString());
    proposal.setSubmittedAt(readBranch(in) ? Instant.ofEpochMilli(in.readLong()) : null);
    proposal.setStage(symbol(STAGES, in.readEnum()));
    proposal.setLiveSince(readBranch(in) ? Instant.ofEpochMilli(in.readLong()) : null);
    proposal.setPromptingSufficient(readAnswer(in));
    proposal.setFewShotTried(readAnswer(in));
    proposal.setStructuredOutputTried(readAnswer(in));
    proposal.setRagSufficient(readAnswer(in));
    proposal.setNarrowTask(readAnswer(in));
    proposal.setTrainingData(readTrainingData(in));
    proposal.setNeeds(readNeeds(in));
    proposal.setWorkload(readWorkload(in));
    proposal.setRetrieval(readBranch(in) ? readRetrieval(in) : null);
    proposal.setBaselineModel(readBranch(in) ? readName(in) : null);
    proposal.setAlternativeModels(readNames(in));
    proposal.setCandidateModels(readNames(in));
    proposal.setCosts(readCosts(in));
    return proposal;
  }

  private static TrainingData readTrainingData(Decoder in) throws IOException {
    TrainingData data = new TrainingData();
    data.setExamples(in.readInt());
    data.setQuality(readAnswer(in));
    data.setAvgTokensPerExample(in.readInt());
    data.setEpochs(in.readInt());
    data.setTrainingHours(readBranch(in) ? (Double) in.readDouble() : null);
    return data;
  }

  private static Workload readWorkload(Decoder in) throws IOException {
    Workload workload = new Workload();
    workload.setRequestsPerMonth(in.readLong());
    workload.setRequestsPerMonthLow(readBranch(in) ? (Long) in.readLong() : null);
    workload.setRequestsPerMonthHigh(readBranch(in) ? (Long) in.readLong() : null);
    workload.setPromptTokens(in.readInt());
    workload.setRemovableTokens(in.readInt());
    workload.setCachedShare(in.readDouble());
    workload.setCacheWriteShare(in.readDouble());
    workload.setKeptCachedShare(in.readDouble());
    workload.setBatchShare(in.readDouble());
    workload.setFewShotTokens(in.readInt());
    workload.setOutputTokens(in.readInt());
    workload.setTunedOutputTokens(readBranch(in) ? (Integer) in.readInt() : null);
    return workload;
  }

  private static Retrieval readRetrieval(Decoder in) throws IOException {
    Retrieval retrieval = new Retrieval();
    retrieval.setTokens(in.readInt());
    retrieval.setPerRequest(in.readDouble());
    retrieval.setPerMonth(in.readDouble());
    retrieval.setUpfront(in.readDouble());
    return retrieval;
  }

  private static Costs readCosts(Decoder in) throws IOException {
    Costs costs = new Costs();
    costs.setDataPreparation(in.readDouble());
    costs.setEngineering(in.readDouble());
    costs.setEvaluation(in.readDouble());
    costs.setRetrainEveryMonths(readBranch(in) ? (Double) in.readDouble() : null);
    costs.setTrainingRuns(in.readInt());
    costs.setOverrun(in.readDouble());
    costs.setPerExample(in.readDouble());
    return costs;
  }

  private static List<Need> readNeeds(Decoder in) throws IOException {
    long count = in.readArrayStart();
    List<Need> needs = listOf(count);
    for (; count != 0; count = in.arrayNext()) {
      for (long i = 0; i < count; i++) {
        needs.add(symbol(NEEDS, in.readEnum()));
      }
    }
    return needs;
  }

  private String readName(Decoder in) throws IOException {
    return names.of(in.readString(scratch));
  }

  private List<String> readNames(Decoder in) throws IOException {
    long count = in.readArrayStart();
    List<String> read = listOf(count);
    for (; count != 0; count = in.arrayNext()) {
      for (long i = 0; i < count; i++) {
        read.add(readName(in));
      }
    }
    return read;
  }

  private static <T> List<T> listOf(long count) {
    return new ArrayList<>((int) Math.min(count, LARGEST_EXPECTED_LIST));
  }

  private static Answer readAnswer(Decoder in) throws IOException {
    return symbol(ANSWERS, in.readEnum());
  }

  private static <E extends Enum<E>> E symbol(E[] symbols, int index) {
    if (index < 0 || index >= symbols.length) {
      throw new AvroTypeException(
          "symbol " + index + " of an enum: must be between 0 and " + (symbols.length - 1));
    }
    return symbols[index];
  }

  /** Of a union with null; says whether a value follows. */
  private static boolean readBranch(Decoder in) throws IOException {
    int branch = in.readIndex();
    if (branch == 0) {
      in.readNull();
      return false;
    }
    if (branch != 1) {
      throw new AvroTypeException("branch " + branch + " of a union: must be 0 or 1");
    }
    return true;
  }
}
