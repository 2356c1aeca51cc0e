package dev.tuneornot.schemas.text;

import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.PricePeriod;
import dev.tuneornot.schemas.json.Entry;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** One row, one period; the rows of a model stand together and make one record. */
final class PricingRows implements RowReader<ModelPricing> {

  private final int width;
  private final CellRecord model =
      new CellRecord(new CellFields(ModelPricing.getClassSchema(), false));
  private final CellRecord period =
      new CellRecord(new CellFields(PricePeriod.getClassSchema(), true));

  PricingRows(int width) {
    this.width = width;
  }

  @Override
  public boolean addColumn(int index, String path) {
    return model.addColumn(index, path) || period.addColumn(index, path);
  }

  @Override
  public List<String> required() {
    return Stream.concat(model.required().stream(), period.required().stream()).toList();
  }

  @Override
  public Iterator<Entry<ModelPricing>> read(Iterator<TextRow> rows) {
    return new WholePrices(new PricingGroups(width, model, period, new RowCursor(rows)));
  }
}
