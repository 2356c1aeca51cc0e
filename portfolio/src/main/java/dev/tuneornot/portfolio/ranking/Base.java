package dev.tuneornot.portfolio.ranking;

import dev.tuneornot.evaluation.Hosting;
import dev.tuneornot.portfolio.summary.Dollars;
import java.math.BigDecimal;
import java.util.Comparator;

/**
 * A base model whose tuned models run on hosted deployments. Who pays another price for it, by
 * another discount, has deployments of his own.
 *
 * @param hostingPerMonth USD for a deployment, to six digits
 * @param places tuned models that a deployment serves, 1 or more
 */
public record Base(String modelId, BigDecimal hostingPerMonth, int places) {

  static final Comparator<Base> ORDER =
      Comparator.comparing(Base::modelId)
          .thenComparing(Base::hostingPerMonth)
          .thenComparing(Base::places);

  static Base of(Hosting hosting) {
    return new Base(
        hosting.modelId(), Dollars.of(hosting.perMonth()), hosting.adaptersPerDeployment());
  }
}
