package dev.tuneornot.portfolio.explanation;

import dev.tuneornot.model.Answer;
import dev.tuneornot.model.Approach;
import dev.tuneornot.model.CandidateStatus;
import dev.tuneornot.model.DataBand;
import dev.tuneornot.model.Decision;
import dev.tuneornot.model.Need;
import dev.tuneornot.model.Question;
import dev.tuneornot.model.Trigger;
import dev.tuneornot.model.Verdict;
import dev.tuneornot.portfolio.explanation.Explanation.Term;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the rules' symbols are called. */
public final class Words {

  /** What a symbol is called that this version does not know. */
  static final String NEWER = "Newer than this program";

  static final String NEWER_SENTENCE = NEWER + ".";

  private Words() {}

  /**
   * What a symbol is called, with what can be said of it without a proposal.
   *
   * @param hint half a sentence; null where the label says it
   */
  public record Word(String symbol, String label, @Nullable String hint) {}

  /** Every symbol that lists of recommendations show, by its type, in the order of the rules. */
  public static Map<String, List<Word>> dictionary() {
    Map<String, List<Word>> all = new LinkedHashMap<>();
    all.put("decision", words(Decision.values(), Words::label, decision -> null));
    all.put("verdict", words(Verdict.values(), Words::label, Words::hint));
    all.put("status", words(CandidateStatus.values(), Words::label, Words::sentence));
    all.put("dataBand", words(DataBand.values(), Words::label, band -> null));
    all.put("approach", words(Approach.values(), Words::label, approach -> null));
    all.put("need", words(Need.values(), Words::label, need -> null));
    return all;
  }

  private static <E extends Enum<E>> List<Word> words(
      E[] symbols, Function<E, String> label, Function<E, @Nullable String> hint) {
    return Arrays.stream(symbols)
        .map(symbol -> new Word(symbol.name(), label.apply(symbol), hint.apply(symbol)))
        .toList();
  }

  static Term term(Decision decision) {
    return new Term(decision.name(), label(decision));
  }

  static Term term(Verdict verdict) {
    return new Term(verdict.name(), label(verdict));
  }

  static Term term(CandidateStatus status) {
    return new Term(status.name(), label(status));
  }

  static Term term(Approach approach) {
    return new Term(approach.name(), label(approach));
  }

  static Term term(Need need) {
    return new Term(need.name(), label(need));
  }

  static Term term(Answer answer) {
    return new Term(answer.name(), label(answer));
  }

  static String label(Decision decision) {
    return switch (decision) {
      case USE_PROMPTING -> "Use prompting";
      case USE_RAG -> "Use RAG";
      case COLLECT_DATA -> "Collect data";
      case FEW_SHOT -> "Few-shot";
      case FINE_TUNE -> "Fine-tune";
      case FINE_TUNE_WITH_RAG -> "Fine-tune + RAG";
      case UNDECIDED -> "Undecided";
      case OTHER -> NEWER;
    };
  }

  static String sentence(Decision decision) {
    return switch (decision) {
      case USE_PROMPTING -> "Use prompting.";
      case USE_RAG -> "Use RAG: retrieve the knowledge instead of training it.";
      case COLLECT_DATA -> "Collect training data first.";
      case FEW_SHOT -> "Consider few-shot prompting instead of tuning.";
      case FINE_TUNE -> "Fine-tune.";
      case FINE_TUNE_WITH_RAG ->
          "Fine-tune for format and behaviour, and use RAG for the knowledge.";
      case UNDECIDED -> "Undecided: a question has to be answered first.";
      case OTHER -> NEWER_SENTENCE;
    };
  }

  static String label(Verdict verdict) {
    return switch (verdict) {
      case GO -> "Go";
      case CAUTION -> "Caution";
      case NO_GO -> "No go";
      case PENDING_PRICE -> "No price yet";
      case NOT_APPLICABLE -> "Other approach";
      case OTHER -> NEWER;
    };
  }

  private static String hint(Verdict verdict) {
    return switch (verdict) {
      case GO -> "pays back in time, nothing to warn of";
      case CAUTION -> "does not pay back in time, or has a warning";
      case NO_GO -> "tuning would cost more than it brings";
      case PENDING_PRICE -> "the verdict follows with the price";
      case NOT_APPLICABLE -> "prompting, RAG, few-shot or data first";
      case OTHER -> "a verdict that this program does not know";
    };
  }

  static String label(CandidateStatus status) {
    return switch (status) {
      case PAYS_BACK -> "Pays back";
      case TOO_SLOW -> "Too slow";
      case RETIRES_FIRST -> "Retires first";
      case NEVER -> "Never pays back";
      case RETIRED -> "Retired";
      case TUNING_CLOSED -> "Tuning closed";
      case BASELINE_RETIRED -> "Reference retired";
      case UNPRICED -> "No price";
      case NOT_TUNABLE -> "Not tunable";
      case OTHER -> NEWER;
    };
  }

  static String sentence(CandidateStatus status) {
    return switch (status) {
      case PAYS_BACK -> "it pays back in time";
      case TOO_SLOW -> "it pays back, but more slowly than the policy allows";
      case RETIRES_FIRST -> "it or the reference retires before it has paid back";
      case NEVER -> "it never pays back";
      case RETIRED -> "it is retired";
      case TUNING_CLOSED -> "it takes no new tuning jobs";
      case BASELINE_RETIRED -> "the reference is retired";
      case UNPRICED -> "a price of it or of the reference is not known";
      case NOT_TUNABLE -> "it cannot be tuned";
      case OTHER -> "its status is newer than this program";
    };
  }

  static String label(Answer answer) {
    return switch (answer) {
      case YES -> "Yes";
      case NO -> "No";
      case UNKNOWN -> "Not known";
      case OTHER -> NEWER;
    };
  }

  static String label(Approach approach) {
    return switch (approach) {
      case PROMPTING -> "Prompting";
      case RAG -> "RAG";
      case FINE_TUNING -> "Fine-tuning";
      case FEW_SHOT -> "Few-shot";
      case FINE_TUNING_WITH_RAG -> "Fine-tuning + RAG";
      case OTHER -> NEWER;
    };
  }

  static String label(Need need) {
    return switch (need) {
      case DOMAIN_KNOWLEDGE -> "Domain knowledge";
      case STYLE_OR_FORMAT -> "Specific style or format";
      case SPECIFIC_BEHAVIOR -> "Specific behaviour";
      case LOW_LATENCY -> "Low latency";
      case FRESH_KNOWLEDGE -> "Knowledge that changes often";
      case LOW_COST_PER_REQUEST -> "Low cost per request";
      case SOURCE_ATTRIBUTION -> "Answers with sources";
      case DOMAIN_LANGUAGE -> "Specialised language";
      case OTHER -> NEWER;
    };
  }

  static String label(DataBand band) {
    return switch (band) {
      case BELOW_MINIMUM -> "fewer examples than the minimum";
      case MINIMUM -> "enough examples to begin with";
      case GOOD -> "enough examples for good results";
      case GREAT -> "enough examples for great results";
      case OTHER -> NEWER;
    };
  }

  static String text(Question question) {
    return switch (question) {
      case T1 -> "Can prompting solve this problem?";
      case T2 -> "Is RAG sufficient?";
      case T3 -> "Do you have quality training data?";
      case T4 -> "Is the task narrow and well-defined?";
      case OTHER -> NEWER;
    };
  }

  /** The proposal's field that answers a question. */
  static String field(Question question) {
    return switch (question) {
      case T1 -> "promptingSufficient";
      case T2 -> "ragSufficient";
      case T3 -> "trainingData.quality";
      case T4 -> "narrowTask";
      case OTHER -> NEWER;
    };
  }

  /** Why something was evaluated: behind "because". */
  static String reason(Trigger trigger, String key) {
    return switch (trigger) {
      case PROPOSAL -> "the proposal was sent";
      case USAGE -> "its usage was measured anew";
      case PRICE -> "the price of " + key + " changed";
      case POLICY ->
          "*".equals(key) ? "the general policy changed" : "the policy of " + key + " changed";
      case TIME -> "a date was reached";
      case RULES -> "the rules were applied anew";
      case OTHER -> "of something newer than this program";
    };
  }
}
