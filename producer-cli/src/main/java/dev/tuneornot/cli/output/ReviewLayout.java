package dev.tuneornot.cli.output;

import static dev.tuneornot.cli.output.TableColumn.fixed;
import static dev.tuneornot.cli.output.TableColumn.name;
import static dev.tuneornot.cli.output.TableColumn.words;

import dev.tuneornot.model.PriceReview;
import dev.tuneornot.portfolio.figures.Figures;
import dev.tuneornot.portfolio.prices.FindingWords;
import java.util.List;

/** Prices that are held for review as rows. */
public final class ReviewLayout {

  private ReviewLayout() {}

  public static Layout<PriceReview> create() {
    return RecordLayouts.of(
        PriceReview.SCHEMA$,
        List.of(
            name("MODEL", 20, 40, PriceReview::getModelId),
            fixed("HELD", row -> Figures.ENGLISH.instant(row.getHeldAt())),
            fixed("IN FORCE", row -> row.getInForce() == null ? "no price" : "the one before"),
            words("FINDINGS", 40, 90, row -> FindingWords.of(row.getFindings()))));
  }
}
