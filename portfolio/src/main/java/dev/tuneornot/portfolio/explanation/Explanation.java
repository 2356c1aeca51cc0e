package dev.tuneornot.portfolio.explanation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recommendation explained, as structure; its JSON has the names of the components.
 *
 * <p>A rule is named by its id in docs/rules.md (T1, M1, H1, X1, R1, N1, E1, F1, ...), or by the
 * section where the rule has none (§7). Texts are English sentences; figures in them are written as
 * {@link dev.tuneornot.portfolio.figures.Figures} does.
 *
 * @param figures the best candidate's figures that matter most; empty where there is none
 * @param courses what each computed candidate will have cost by when, in the proposal's order
 * @param sections in the order in which they are read; none is empty
 */
public record Explanation(
    String proposalId,
    String portfolio,
    String title,
    Headline headline,
    List<Figure> figures,
    Tree tree,
    Matrix matrix,
    CandidateTable candidates,
    List<Course> courses,
    List<Section> sections) {

  /**
   * What was decided.
   *
   * @param previousVerdict the verdict before the present one; null at first
   * @param decisionText a sentence
   * @param verdictText why the verdict is what it is: a sentence to be read behind the verdict
   */
  public record Headline(
      Term decision,
      Term verdict,
      @Nullable Term previousVerdict,
      String decisionText,
      String verdictText) {}

  /** A symbol of the rules and what it is called. */
  public record Term(String symbol, String label) {}

  /** What a section is about. */
  public enum Topic {
    PATH,
    NEEDS,
    SIGNALS,
    BASIS,
    ECONOMICS,
    WARNINGS,
    RISKS,
    NEXT_STEPS,
    OUTLOOK,
    HISTORY
  }

  /** Lines under a heading. */
  public record Section(Topic topic, String heading, List<Line> lines) {}

  /**
   * One reason.
   *
   * @param rule the rule that it comes from
   * @param symbol the rules' name of it (SMALL_DATASET); null where there is none
   * @param label what it is about, to be set off from the text; null where the text says it
   * @param text begins in lower case only behind a label
   * @param mitigation what to do about it; there for every risk and for nothing else
   */
  public record Line(
      String rule,
      @Nullable String symbol,
      @Nullable String label,
      String text,
      @Nullable String mitigation) {

    static Line of(String rule, String text) {
      return new Line(rule, null, null, text, null);
    }

    static Line of(String rule, String label, String text) {
      return new Line(rule, null, label, text, null);
    }

    static Line of(String rule, Enum<?> symbol, String label, String text) {
      return new Line(rule, symbol.name(), label, text, null);
    }

    /** In one line of text: label, text and mitigation. */
    public String sentence() {
      return (label == null ? "" : label + ": ")
          + text
          + (mitigation == null ? "" : " Mitigation: " + mitigation);
    }
  }

  /**
   * A figure with its name.
   *
   * @param field its name in the recommendation
   * @param value as people read it
   */
  public record Figure(String rule, String field, String label, String value) {}

  /**
   * The tree, with the way of the proposal through it.
   *
   * @param questions from the top down
   * @param end where the last question leads down to
   * @param hybrid what {@code end} becomes where the knowledge is better retrieved (T5)
   */
  public record Tree(List<TreeQuestion> questions, TreeLeaf end, TreeLeaf hybrid) {}

  /**
   * @param field the proposal's field that answers it
   * @param answer null where it was not asked
   * @param leaf where it ends
   * @param toLeaf the answer that ends there
   * @param onwards the answer that goes on downwards
   */
  public record TreeQuestion(
      String rule,
      String text,
      String field,
      @Nullable Term answer,
      TreeLeaf leaf,
      Term toLeaf,
      Term onwards) {}

  /**
   * @param reached whether the way passes it; of the last two both are where the decision is the
   *     hybrid
   */
  public record TreeLeaf(Term decision, boolean reached) {}

  /**
   * How each approach serves the needs.
   *
   * @param needs all there are, those of the proposal first
   * @param trainingData one cell an approach
   */
  public record Matrix(
      List<MatrixColumn> approaches, List<MatrixRow> needs, MatrixRow trainingData) {}

  /**
   * @param leads whether it fits the needs best
   * @param served how many of the declared needs, as text; a dash where none are declared
   */
  public record MatrixColumn(Term approach, boolean leads, String served) {}

  /**
   * @param declared whether the proposal has the need
   * @param cells one an approach
   */
  public record MatrixRow(String rule, Term need, boolean declared, List<Term> cells) {}

  /**
   * The candidates beside each other.
   *
   * @param models in the proposal's order
   */
  public record CandidateTable(List<CandidateColumn> models, List<FigureGroup> groups) {}

  /**
   * @param text what the status means, half a sentence
   */
  public record CandidateColumn(String modelId, Term status, String text, boolean best) {}

  public record FigureGroup(String heading, List<FigureRow> rows) {}

  /**
   * @param important one of those that decide
   * @param values one a model
   */
  public record FigureRow(
      String rule, String field, String label, boolean important, List<String> values) {}

  /**
   * Cumulative costs in US dollars: after m months {@code baselinePerMonth * m} as today, {@code
   * upfrontCost + tunedPerMonth * m} tuned.
   *
   * @param paybackMonths null where it never pays back
   * @param retirementMonths until a model retires; null where that is not known
   * @param summary a sentence
   */
  public record Course(
      String modelId,
      double upfrontCost,
      double baselinePerMonth,
      double tunedPerMonth,
      @Nullable Double paybackMonths,
      double horizonMonths,
      @Nullable Double retirementMonths,
      String summary) {}
}
