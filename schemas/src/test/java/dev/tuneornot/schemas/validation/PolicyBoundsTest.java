package dev.tuneornot.schemas.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.tuneornot.model.Policy;
import dev.tuneornot.schemas.Samples;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyBoundsTest {

  private final PolicyBounds bounds = new PolicyBounds();
  private final Policy policy = Samples.policy();

  static Stream<Arguments> withinBounds() {
    return Stream.of(
        field("portfolio", null, Policy::setPortfolio),
        field("portfolio", "*", Policy::setPortfolio),
        field("minimumExamples", 1, Policy::setMinimumExamples),
        field("minimumExamples", 500, Policy::setMinimumExamples),
        field("goodExamples", 5000, Policy::setGoodExamples),
        field("greatExamples", Integer.MAX_VALUE, Policy::setGreatExamples),
        field("closingSoonDays", 1, Policy::setClosingSoonDays),
        field("stalePriceDays", 3650, Policy::setStalePriceDays),
        field("maxPaybackMonths", 0.01, Policy::setMaxPaybackMonths),
        field("horizonMonths", 1200.0, Policy::setHorizonMonths),
        field("promptShareForSavings", 0.0, Policy::setPromptShareForSavings),
        field("promptShareForSavings", 1.0, Policy::setPromptShareForSavings),
        field("usageTolerance", 0.0, Policy::setUsageTolerance),
        field("usageTolerance", 1e-12, Policy::setUsageTolerance),
        field("usageTolerance", 1.0, Policy::setUsageTolerance),
        field("switchShare", 1e-9, Policy::setSwitchShare),
        field("switchShare", 1.0, Policy::setSwitchShare),
        field("discounts", Map.of("openai", 0.0, "研发", 1.0), Policy::setDiscounts),
        field("discounts", discounts(100), Policy::setDiscounts),
        field("latencyPerTokenMs", 0.0, Policy::setLatencyPerTokenMs),
        field("latencyBaseMs", 1e6, Policy::setLatencyBaseMs));
  }

  @ParameterizedTest(name = "{0} = {1}")
  @MethodSource
  void withinBounds(String field, Object value, BiConsumer<Policy, Object> change) {
    change.accept(policy, value);

    assertThat(bounds.violations(policy)).isEmpty();
  }

  static Stream<Arguments> outOfBounds() {
    return Stream.of(
        field("portfolio", "", Policy::setPortfolio),
        field("portfolio", "x".repeat(201), Policy::setPortfolio),
        field("version", "\udfff", Policy::setVersion),
        field("minimumExamples", 0, Policy::setMinimumExamples),
        field("goodExamples", 49, Policy::setGoodExamples),
        field("goodExamples", 0, Policy::setGoodExamples),
        field("greatExamples", 499, Policy::setGreatExamples),
        field("closingSoonDays", 0, Policy::setClosingSoonDays),
        field("closingSoonDays", 3651, Policy::setClosingSoonDays),
        field("stalePriceDays", 0, Policy::setStalePriceDays),
        field("stalePriceDays", 3651, Policy::setStalePriceDays),
        field("maxPaybackMonths", 0.009, Policy::setMaxPaybackMonths),
        field("maxPaybackMonths", Double.NaN, Policy::setMaxPaybackMonths),
        field("horizonMonths", 1200.1, Policy::setHorizonMonths),
        field("promptShareForSavings", 1.1, Policy::setPromptShareForSavings),
        field("promptShareForSavings", -0.1, Policy::setPromptShareForSavings),
        field("promptShareForSavings", 1e-10, Policy::setPromptShareForSavings),
        field("usageTolerance", -0.1, Policy::setUsageTolerance),
        field("usageTolerance", 1.1, Policy::setUsageTolerance),
        field("switchShare", 1e-10, Policy::setSwitchShare),
        field("switchShare", 1.1, Policy::setSwitchShare),
        field("latencyPerTokenMs", -1.0, Policy::setLatencyPerTokenMs),
        field("latencyBaseMs", 1e6 + 1, Policy::setLatencyBaseMs));
  }

  @ParameterizedTest(name = "{0} = {1}")
  @MethodSource
  void outOfBounds(String field, Object value, BiConsumer<Policy, Object> change) {
    change.accept(policy, value);

    assertThat(bounds.violations(policy))
        .extracting(Violation::field, Violation::value)
        .containsExactly(tuple(field, Violation.displayed(value.toString())));
  }

  @Test
  void shouldNameEachBadDiscount() {
    Map<String, Double> discounts = new HashMap<>(discounts(101));
    discounts.put("p-1", 1.5);
    discounts.put("p-2", 1e-10);
    discounts.put("p-3", null);
    discounts.put("OpenAI", 0.1);
    policy.setDiscounts(discounts);

    assertThat(bounds.violations(policy))
        .extracting(Violation::toString)
        .containsExactly(
            "discounts = 102 discounts: must be at most 100 discounts",
            "discounts.p-1 = 1.5: must be 0 or 10^-9..1",
            "discounts.p-2 = 1.0E-10: must be 0 or 10^-9..1",
            "discounts.p-3: must be given");
  }

  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(strings = {"", "openai/gpt", "OpenAI", "open ai", "É"})
  void shouldRefuseADiscountUnderWhatIsNoProvider(String provider) {
    policy.setDiscounts(Map.of(provider, 0.1));

    assertThat(bounds.violations(policy))
        .containsExactly(new Violation("discounts", provider, "each under " + Texts.PROVIDER));
  }

  private static Map<String, Double> discounts(int count) {
    return IntStream.range(0, count)
        .boxed()
        .collect(Collectors.toMap(number -> "p-" + number, number -> 0.5));
  }

  @Test
  void shouldSayWhatAThresholdIsComparedWith() {
    policy.setMinimumExamples(600);
    policy.setGreatExamples(400);

    assertThat(bounds.violations(policy))
        .extracting(Violation::toString)
        .containsExactly(
            "goodExamples = 500: must be at least minimumExamples (600)",
            "greatExamples = 400: must be at least goodExamples (500)");
  }

  private static <V> Arguments field(String field, V value, BiConsumer<Policy, V> change) {
    return arguments(field, value, change);
  }
}
