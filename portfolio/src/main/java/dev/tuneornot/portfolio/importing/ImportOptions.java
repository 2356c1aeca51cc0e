package dev.tuneornot.portfolio.importing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has said about a sheet, so that it need not be found out.
 *
 * @param sheet its name; null to find it
 * @param headingRow the row of the headings, from 1; null to find it
 * @param columns which column holds which field
 * @param ignoreUnknown whether columns that hold no field are left out
 * @param decimal null to find it in each column
 * @param dateOrder null to find it in each column
 * @param rates US dollars that one unit of a currency costs, by its code
 * @param models ids of models by what the sheet calls them
 */
public record ImportOptions(
    @Nullable String sheet,
    @Nullable Integer headingRow,
    List<ColumnChoice> columns,
    boolean ignoreUnknown,
    @Nullable DecimalSign decimal,
    @Nullable DateOrder dateOrder,
    Map<String, BigDecimal> rates,
    Map<String, String> models) {

  /** Nothing was said. */
  public static final ImportOptions NONE =
      new ImportOptions(null, null, List.of(), false, null, null, Map.of(), Map.of());
}
