package dev.tuneornot.portfolio.whatif;

import dev.tuneornot.model.ModelPricing;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model that is taken away: it has stopped answering, and so have the models tuned from it, as a
 * retired one has (docs/rules.md, section 5).
 */
public final class Withdrawal {

  private Withdrawal() {}

  /**
   * The record of the model without it.
   *
   * @param pricing null where no price of it is known
   * @param at from when on it does not answer; an earlier retirement stays
   */
  public static ModelPricing of(String modelId, @Nullable ModelPricing pricing, Instant at) {
    ModelPricing gone =
        pricing == null
            ? ModelPricing.newBuilder().setModelId(modelId).setPeriods(List.of()).build()
            : ModelPricing.newBuilder(pricing).build();
    gone.setRetiresAt(earlier(gone.getRetiresAt(), at));
    gone.setTunedRetiresAt(earlier(gone.getTunedRetiresAt(), at));
    return gone;
  }

  private static Instant earlier(@Nullable Instant known, Instant at) {
    return known != null && known.isBefore(at) ? known : at;
  }
}
