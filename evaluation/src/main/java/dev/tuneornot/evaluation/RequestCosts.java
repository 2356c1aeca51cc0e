package dev.tuneornot.evaluation;

import static dev.tuneornot.evaluation.Figures.figure;

import dev.tuneornot.model.PricePeriod;
import dev.tuneornot.model.Tier;
import dev.tuneornot.model.Tuning;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a request costs, in USD (section 5, C). */
final class RequestCosts {
  /** Prices are per million tokens. */
  static final double TOKENS_PER_PRICE = 1e6;

  private RequestCosts() {}

  /** C(promptTokens, G, S * w, O) at a model that is priced. */
  static double untuned(ModelPrices model, Demand demand, double promptTokens) {
    PricePeriod period = model.period();
    Tier tier = tierInForce(period.getTiers(), promptTokens * model.tokenRatio());
    Double input = tier == null ? null : tier.getInputPerMTok();
    Double cachedInput = tier == null ? null : tier.getCachedInputPerMTok();
    Double cacheWrite = tier == null ? null : tier.getCacheWritePerMTok();
    Double output = tier == null ? null : tier.getOutputPerMTok();
    double in = model.paid(input == null ? period.getInputPerMTok() : input);
    double out = model.paid(output == null ? period.getOutputPerMTok() : output);
    return cost(
        model,
        demand,
        promptTokens,
        demand.cachedTokens(),
        demand.writtenTokens(),
        demand.outputTokens(),
        in,
        paid(model, cachedInput == null ? period.getCachedInputPerMTok() : cachedInput, in),
        paid(model, cacheWrite == null ? period.getCacheWritePerMTok() : cacheWrite, in),
        out,
        paid(model, period.getBatchInputPerMTok(), in),
        paid(model, period.getBatchOutputPerMTok(), out));
  }

  /** C(promptTokens, K, 0, O') at a candidate whose tuned inference is priced. */
  static double tuned(ModelPrices candidate, Demand demand, double promptTokens) {
    Tuning tuning = candidate.tuning();
    double in = candidate.paid(tuning.getInputPerMTok());
    double out = candidate.paid(tuning.getOutputPerMTok());
    return cost(
        candidate,
        demand,
        promptTokens,
        demand.cachedKeptTokens(),
        0,
        demand.tunedOutputTokens(),
        in,
        paid(candidate, tuning.getCachedInputPerMTok(), in),
        in,
        out,
        paid(candidate, tuning.getBatchInputPerMTok(), in),
        paid(candidate, tuning.getBatchOutputPerMTok(), out));
  }

  private static double paid(ModelPrices model, @Nullable Double price, double otherwise) {
    return price == null ? otherwise : model.paid(price);
  }

  private static double cost(
      ModelPrices model,
      Demand demand,
      double prompt,
      double cached,
      double written,
      double output,
      double in,
      double cachedIn,
      double cacheWrite,
      double out,
      double batchIn,
      double batchOut) {
    double f = model.tokenRatio();
    double b = demand.batchShare();
    double fresh = Math.max(0, prompt * f - cached * f - written * f);
    double online =
        (fresh * in + cached * f * cachedIn + written * f * cacheWrite + output * f * out)
            / TOKENS_PER_PRICE;
    if (b == 0) {
      return figure(online);
    }
    double batch = (prompt * f * batchIn + output * f * batchOut) / TOKENS_PER_PRICE;
    return figure((1 - b) * online + b * batch);
  }

  /** The last one that the prompt is longer than, null where none is. */
  private static @Nullable Tier tierInForce(List<Tier> tiers, double promptTokens) {
    for (int i = tiers.size() - 1; i >= 0; i--) {
      if (promptTokens > tiers.get(i).getAbovePromptTokens()) {
        return tiers.get(i);
      }
    }
    return null;
  }
}
