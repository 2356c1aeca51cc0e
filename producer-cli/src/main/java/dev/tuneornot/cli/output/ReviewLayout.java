package dev.tuneornot.cli.output;

import static dev.tuneornot.cli.output.TableColumn.fixed;
import static dev.tuneornot.cli.output.TableColumn.name;
import static dev.tuneornot.cli.output.TableColumn.words;

import dev.tuneornot.model.PriceFinding;
import dev.tuneornot.model.PriceReview;
import dev.tuneornot.portfolio.figures.Figures;
import java.util.List;
import java.util.function.Function;

/** Prices that are held for review as rows. */
public final class ReviewLayout {

  private ReviewLayout() {}

  /**
   * @param inWords what was found, for a person
   */
  public static Layout<PriceReview> create(Function<List<PriceFinding>, String> inWords) {
    return RecordLayouts.of(
        PriceReview.SCHEMA$,
        List.of(
            name("MODEL", 20, 40, PriceReview::getModelId),
            fixed("HELD", row -> Figures.ENGLISH.instant(row.getHeldAt())),
            fixed("IN FORCE", row -> row.getInForce() == null ? "no price" : "the one before"),
            words("FINDINGS", 40, 90, row -> inWords.apply(row.getFindings()))));
  }
}
