package dev.tuneornot.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.model.Policy;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PoliciesTest {

  @Test
  void shouldHaveTheDefaultsOfTheRules() {
    assertThat(Policies.builtin())
        .isEqualTo(
            new Policy(
                null,
                "builtin",
                50,
                500,
                5000,
                90,
                12.0,
                12.0,
                0.5,
                90,
                0.1,
                0.1,
                Map.of(),
                0.21428571428571427,
                157.14285714285714));
  }

  @Test
  void shouldTakeThePortfoliosOwnThenTheCommonThenTheBuiltinOne() {
    Policy own = Policy.newBuilder().setVersion("own").build();
    Policy common = Policy.newBuilder().setVersion("common").build();

    assertThat(Policies.inForce("legal", Map.of("legal", own, "*", common)::get)).isSameAs(own);
    assertThat(Policies.inForce("health", Map.of("legal", own, "*", common)::get)).isSameAs(common);
    assertThat(Policies.inForce("health", Map.of("legal", own)::get)).isSameAs(Policies.builtin());
  }
}
