package dev.tuneornot.dashboard.projection;

import org.junit.jupiter.api.Nested;

/** What holds of the rows on every database, table by table. */
abstract class ProjectedRows {
  abstract Stored stored();

  @Nested
  class OfRecommendations extends RecommendationRows {
    @Override
    Stored stored() {
      return ProjectedRows.this.stored();
    }
  }

  @Nested
  class OfChanges extends ChangeRows {
    @Override
    Stored stored() {
      return ProjectedRows.this.stored();
    }
  }

  @Nested
  class OfUsage extends UsageRows {
    @Override
    Stored stored() {
      return ProjectedRows.this.stored();
    }
  }

  @Nested
  class OfPrices extends PriceRows {
    @Override
    Stored stored() {
      return ProjectedRows.this.stored();
    }
  }

  @Nested
  class OfImpacts extends ImpactRows {
    @Override
    Stored stored() {
      return ProjectedRows.this.stored();
    }
  }

  @Nested
  class OfPositions extends PositionRows {
    @Override
    Stored stored() {
      return ProjectedRows.this.stored();
    }
  }
}
