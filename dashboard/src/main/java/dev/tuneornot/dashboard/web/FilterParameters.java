package dev.tuneornot.dashboard.web;

import dev.tuneornot.dashboard.query.Filter;
import dev.tuneornot.dashboard.query.Sort;
import dev.tuneornot.dashboard.query.SortKey;
import dev.tuneornot.model.Decision;
import dev.tuneornot.model.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Which recommendations are asked for, and in which order. */
final class FilterParameters {
  private static final Parameter<List<String>> PORTFOLIO =
      Parameter.texts("portfolio", "only these portfolios");
  private static final Parameter<List<Decision>> DECISION =
      Parameter.symbols("decision", "only these decisions", Decision.class);
  private static final Parameter<List<Verdict>> VERDICT =
      Parameter.symbols("verdict", "only these verdicts", Verdict.class);
  private static final Parameter<List<String>> MODEL =
      Parameter.texts("model", "only these best candidates");
  private static final Parameter<List<String>> PROVIDER =
      Parameter.texts("provider", "only best candidates of these providers");
  private static final Parameter<String> TEXT =
      Parameter.text("q", "only where title or id contain this text, whatever the case");

  static final List<Parameter<?>> FILTER =
      List.of(PORTFOLIO, DECISION, VERDICT, MODEL, PROVIDER, TEXT);

  static final Parameter<Sort> SORT = sort();

  private FilterParameters() {}

  /** Those of the filter and others. */
  static List<Parameter<?>> filterAnd(Parameter<?>... others) {
    return Stream.<Parameter<?>>concat(FILTER.stream(), Arrays.stream(others)).toList();
  }

  static Filter filter(Parameters parameters) {
    return new Filter(
        parameters.get(PORTFOLIO),
        parameters.get(DECISION),
        parameters.get(VERDICT),
        parameters.get(MODEL),
        parameters.get(PROVIDER),
        parameters.get(TEXT));
  }

  private static Parameter<Sort> sort() {
    List<String> fields = Arrays.stream(SortKey.values()).map(SortKey::field).toList();
    List<String> both = fields.stream().flatMap(field -> Stream.of(field, "-" + field)).toList();
    return new Parameter<>(
        "sort",
        "the order; with - descending. Rows without a value come last",
        JsonSchemas.ordered("type", "string", "enum", both, "default", "-netBenefit"),
        false,
        (name, values) -> values.isEmpty() ? Sort.DEFAULT : read(name, values.get(0), fields));
  }

  private static Sort read(String name, String value, List<String> fields) {
    boolean descending = value.startsWith("-");
    return SortKey.of(descending ? value.substring(1) : value)
        .map(key -> new Sort(key, descending))
        .orElseThrow(
            () ->
                Parameter.bad(
                    name,
                    value,
                    "one of " + String.join(", ", fields) + ", with - for descending"));
  }
}
