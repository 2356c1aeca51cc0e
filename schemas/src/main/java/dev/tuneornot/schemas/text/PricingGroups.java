package dev.tuneornot.schemas.text;

import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.PricePeriod;
import dev.tuneornot.schemas.RecordType;
import dev.tuneornot.schemas.convert.RecordLimits;
import dev.tuneornot.schemas.json.Entry;
import dev.tuneornot.schemas.validation.Violation;
import dev.tuneornot.schemas.validation.ViolationList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gathers the rows of each model into its record. */
final class PricingGroups implements Iterator<Entry<ModelPricing>> {

  private static final String PERIODS = "periods";

  private final int width;
  private final CellRecord model;
  private final CellRecord period;
  private final RowCursor rows;
  private final Set<String> finished = new HashSet<>();
  private final Set<String> apart = new HashSet<>();

  PricingGroups(int width, CellRecord model, CellRecord period, RowCursor rows) {
    this.width = width;
    this.model = model;
    this.period = period;
    this.rows = rows;
  }

  @Override
  public boolean hasNext() {
    return rows.hasNext();
  }

  @Override
  public Entry<ModelPricing> next() {
    TextRow first = rows.next();
    String modelId = modelId(first);
    ViolationList violations = new ViolationList();
    ModelPricing pricing = (ModelPricing) model.create();
    Map<CellColumn, Object> given = new HashMap<>();
    List<PricePeriod> periods = new ArrayList<>();
    pricing.setPeriods(periods);
    addRow(first, pricing, given, violations);
    while (continues(modelId)) {
      addRow(rows.next(), pricing, given, violations);
    }
    model.reportMissing(pricing, "", violations);
    if (!modelId.isEmpty() && !finished.add(modelId)) {
      apart.add(modelId);
      violations.add(
          new Violation(keyField(), modelId, "in rows that stand together: it had some before"));
    }
    return Entry.checked(RecordType.MODEL_PRICING, first.line(), pricing, violations);
  }

  /** Whether a model had rows in more than one place, as far as has been read. */
  boolean standsApart(String modelId) {
    return apart.contains(modelId);
  }

  // Rows without a model are each for themselves: nobody knows whose they are.
  private boolean continues(String modelId) {
    TextRow next = rows.peek();
    return next != null && !modelId.isEmpty() && modelId(next).equals(modelId);
  }

  private void addRow(
      TextRow row, ModelPricing pricing, Map<CellColumn, Object> given, ViolationList violations) {
    List<PricePeriod> periods = pricing.getPeriods();
    String path = PERIODS + "[" + periods.size() + "]";
    if (periods.size() == RecordLimits.ELEMENTS) {
      violations.add(new Violation(path, null, RecordLimits.ELEMENTS_BOUND));
      return;
    }
    RowCursor.checkWidth(row, width, path, violations);
    periods.add((PricePeriod) period.read(row, path + ".", violations));
    for (CellColumn column : model.columns()) {
      addModelCell(row, column, pricing, given, violations);
    }
  }

  /** What is said of the model may be said in any of its rows, but not differently. */
  private static void addModelCell(
      TextRow row,
      CellColumn column,
      ModelPricing pricing,
      Map<CellColumn, Object> given,
      ViolationList violations) {
    String cell = row.cell(column.index());
    CellField field = column.field();
    Object value = cell.isEmpty() ? null : field.value().of(cell, field.path(), violations);
    if (value == null) {
      return;
    }
    Object before = given.putIfAbsent(column, value);
    if (before == null) {
      field.put(pricing, value);
    } else if (!before.equals(value)) {
      violations.add(
          new Violation(field.path(), cell, "the same in all rows of the model, where given"));
    }
  }

  private String modelId(TextRow row) {
    for (CellColumn column : model.columns()) {
      if (column.field().path().equals(keyField())) {
        return row.cell(column.index());
      }
    }
    return "";
  }

  private static String keyField() {
    return RecordType.MODEL_PRICING.keyField();
  }
}
