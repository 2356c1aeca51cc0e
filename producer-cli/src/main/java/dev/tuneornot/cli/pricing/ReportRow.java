package dev.tuneornot.cli.pricing;

import dev.tuneornot.cli.output.Layout;
import dev.tuneornot.cli.output.PlainLayout;
import dev.tuneornot.cli.output.PlainLayout.Field;
import dev.tuneornot.cli.output.TableColumn;
import dev.tuneornot.portfolio.figures.Figures;
import dev.tuneornot.portfolio.formats.Reading;
import dev.tuneornot.portfolio.prices.Finding;
import dev.tuneornot.portfolio.prices.PlainNumber;
import dev.tuneornot.portfolio.prices.PriceChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A row of the report.
 *
 * @param kind NEW, CHANGED, ...; the kind of a finding; or SKIPPED
 * @param subject the model, or the key of the catalogue that was skipped
 * @param field the field that changed; null for what is about the whole
 * @param before its old value; null: none
 * @param after its new value; null: none
 * @param remark a sentence; may be empty
 */
record ReportRow(
    String kind,
    String subject,
    @Nullable String field,
    @Nullable Object before,
    @Nullable Object after,
    String remark) {

  private static final int LONGEST_KIND = Finding.Kind.GONE_FROM_SOURCE.name().length();
  private static final String SKIPPED = "SKIPPED";

  static Layout<ReportRow> layout() {
    return PlainLayout.of(
        List.of(
            new Field<>("kind", ReportRow::kind),
            new Field<>("modelId", row -> row.isSkipped() ? null : row.subject),
            new Field<>("catalogueKey", row -> row.isSkipped() ? row.subject : null),
            new Field<>("field", ReportRow::field),
            new Field<>("before", ReportRow::before),
            new Field<>("after", ReportRow::after),
            new Field<>("remark", row -> row.remark.isEmpty() ? null : row.remark)),
        List.of(
            TableColumn.name("WHAT", LONGEST_KIND, LONGEST_KIND, ReportRow::kind),
            TableColumn.name("MODEL", 20, 40, ReportRow::subject),
            TableColumn.words("DIFFERENCE", 30, 60, ReportRow::inWords)));
  }

  static List<ReportRow> of(PriceChange change) {
    String kind = change.kind().name();
    String modelId = change.result().getModelId();
    return switch (change.kind()) {
      case NEW -> List.of(new ReportRow(kind, modelId, null, null, null, known(change)));
      case CHANGED, REFRESHED ->
          change.fields().stream()
              .map(
                  field ->
                      new ReportRow(
                          kind,
                          modelId,
                          field.path(),
                          field.before(),
                          field.after(),
                          field.remark()))
              .toList();
      case UNCHANGED -> List.of(new ReportRow(kind, modelId, null, null, null, ""));
      case WAITING ->
          List.of(new ReportRow(kind, modelId, null, null, null, "it is held for review already"));
      case GONE ->
          List.of(new ReportRow(kind, modelId, null, null, null, "no source names it; it stays"));
    };
  }

  static ReportRow of(Finding finding) {
    return new ReportRow(
        finding.kind().name(), finding.modelId(), null, null, null, finding.sentence());
  }

  static ReportRow of(Reading.Skipped skipped) {
    return new ReportRow(
        SKIPPED, skipped.key(), null, null, skipped.reason().name(), skipped.reason().sentence());
  }

  private boolean isSkipped() {
    return kind.equals(SKIPPED);
  }

  private String inWords() {
    if (field == null) {
      return remark;
    }
    String change = field + " " + text(before) + " -> " + text(after);
    return remark.isEmpty() ? change : change + " (" + remark + ")";
  }

  private static String known(PriceChange change) {
    List<String> parts = new ArrayList<>();
    for (PriceChange.Field field : change.fields()) {
      String mark = field.remark().isEmpty() ? "" : " (" + field.remark() + ")";
      parts.add(field.path() + " " + text(field.after()) + mark);
    }
    return parts.isEmpty()
        ? "no price known"
        : parts.stream().map(Objects::toString).collect(Collectors.joining(", "));
  }

  private static String text(@Nullable Object value) {
    if (value == null) {
      return "unknown";
    }
    if (value instanceof Double price) {
      return PlainNumber.of(price);
    }
    return value instanceof Instant instant ? Figures.ENGLISH.instant(instant) : value.toString();
  }
}
