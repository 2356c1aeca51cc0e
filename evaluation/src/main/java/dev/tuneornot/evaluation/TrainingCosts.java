package dev.tuneornot.evaluation;

import static dev.tuneornot.evaluation.Figures.figure;

import dev.tuneornot.model.Costs;
import dev.tuneornot.model.TrainingData;
import dev.tuneornot.model.Tuning;

/** What training costs, in USD (section 5, E5 to E7 and E9). */
final class TrainingCosts {
  private TrainingCosts() {}

  /** E5: tokens trained on in all epochs, beyond the range of integers where need be. */
  static double tokens(TrainingData data) {
    return figure((double) data.getExamples() * data.getAvgTokensPerExample() * data.getEpochs());
  }

  /** E6, of one run. What is not known counts nothing. */
  static double training(TrainingData data, double tokens, ModelPrices candidate) {
    Tuning prices = candidate.tuning();
    double byToken =
        prices.getTrainingPerMTok() == null
            ? 0
            : tokens / RequestCosts.TOKENS_PER_PRICE * candidate.paid(prices.getTrainingPerMTok());
    double byHour =
        data.getTrainingHours() == null || prices.getTrainingPerHour() == null
            ? 0
            : data.getTrainingHours() * candidate.paid(prices.getTrainingPerHour());
    return figure(Math.max(candidate.paid(prices.getMinimumCharge()), byToken + byHour));
  }

  /** E7; of the live candidate it is spent. */
  static double upfront(double training, Costs costs, boolean live) {
    return live
        ? 0
        : figure(
            training * costs.getTrainingRuns()
                + costs.getDataPreparation()
                + costs.getEngineering()
                + costs.getEvaluation());
  }

  /** E9. */
  static double monthlyRetraining(double training, Costs costs) {
    Double months = costs.getRetrainEveryMonths();
    return months == null ? 0 : figure(training / months);
  }
}
