package dev.tuneornot.portfolio.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Usage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The same month, exported by each source. */
class SevenSourcesTest {

  static Stream<Arguments> sources() {
    return Stream.of(
        arguments("litellm-daily", "azure", Traffic::liteLlmDaily, "team_id=(tickets|search):$1"),
        arguments("litellm-spend", "azure", Traffic::liteLlmSpend, "team_id=(tickets|search):$1"),
        arguments("litellm-spend", "aws", Traffic::liteLlmSpend, "request_tags=app:(t.*|s.*):$1"),
        arguments(
            "litellm-spend", "aws", Traffic::liteLlmSpendAsCsv, "request_tags=app:([ts].*):$1"),
        arguments("langfuse", "google", Traffic::langfuse, "metadata.app=(tickets|search):$1"),
        arguments("langfuse", "google", Traffic::langfuse, "prompt_name=([st].*):$1"),
        arguments("openai", "openai", Traffic::openAi, "project_id=proj_([st].*):$1"),
        arguments("anthropic", "anthropic", Traffic::anthropic, "workspace_id=wrkspc_([st].*):$1"),
        arguments("otel", "openai", Traffic::otel, "service.name=([st].*):$1"),
        arguments("focus", "anthropic", Traffic::focus, "Tags.app=([st].*):$1"));
  }

  @ParameterizedTest(name = "{0} by {3}")
  @MethodSource("sources")
  void shouldGiveTheSameUsage(
      String source, String provider, Function<Traffic, String> export, String rule)
      throws IOException {
    Traffic month = Month.of(provider);

    UsageSums sums = Month.sums(source, export.apply(month), rule);
    UsageMeasurement measurement =
        UsageMeasurement.of(sums, Month.proposals(provider), requests(month, source), "");

    assertThat(measurement.measured().stream().map(UsageMeasurement.Measured::usage))
        .containsExactly(
            expected(month, "search", Month.TUNED, source),
            expected(month, "tickets", Month.BASELINE, source));
    assertThat(sums.unmapped()).hasSize(1);
    assertThat(sums.unmapped().get(0).sum().tokens().total())
        .isEqualByComparingTo(
            String.valueOf(
                month.calls().stream()
                    .filter(call -> call.application().equals("chat"))
                    .mapToLong(call -> call.input() + call.output())
                    .sum()));
  }

  @ParameterizedTest(name = "{0} by {3}")
  @MethodSource("sources")
  void shouldTellOfModelsThatAreNotMeasured(
      String source, String provider, Function<Traffic, String> export, String rule) {
    Traffic month = Month.of(provider);

    UsageMeasurement measurement =
        UsageMeasurement.of(
            Month.sums(source, export.apply(month), rule), Month.proposals(provider), Map.of(), "");

    assertThat(measurement.models())
        .extracting(
            UsageMeasurement.ModelSeen::proposalId,
            UsageMeasurement.ModelSeen::role,
            UsageMeasurement.ModelSeen::isMeasured)
        .containsExactlyInAnyOrder(
            tuple("search", ModelRole.TUNED, true),
            tuple("search", ModelRole.BASELINE, false),
            tuple("tickets", ModelRole.BASELINE, true));
  }

  @Test
  void shouldMeasureWhatIsLiveSinceItIs() {
    Traffic month = Month.of("openai");
    Instant liveSince = Instant.parse("2026-10-16T00:00:00Z");
    Map<String, Proposal> proposals = new HashMap<>(Month.proposals("openai"));
    proposals.computeIfPresent(
        "search", (id, live) -> Proposal.newBuilder(live).setLiveSince(liveSince).build());

    UsageMeasurement measurement =
        UsageMeasurement.of(
            Month.sums("litellm-daily", month.liteLlmDaily(), "team_id=(.*):$1"),
            proposals,
            Map.of(),
            "");

    assertThat(measurement.measured())
        .extracting(each -> each.usage().getWindowStart(), each -> each.usage().getWindowEnd())
        .containsExactly(tuple(liveSince, Month.END), tuple(Month.START, Month.END));
  }

  private static Arguments arguments(
      String source, String provider, Function<Traffic, String> export, String rule) {
    return Arguments.of(source, provider, export, rule);
  }

  /** Only where the source does not count them; of the measured models. */
  private static Map<String, Long> requests(Traffic month, String source) throws IOException {
    if (Month.source(source).countsRequests()) {
      return Map.of();
    }
    Traffic measured =
        new Traffic(
            month.calls().stream()
                .filter(
                    call ->
                        !call.application().equals("search") || call.model().equals(Month.TUNED))
                .toList());
    return RequestsFile.read(
        new ByteArrayInputStream(measured.requests().getBytes(StandardCharsets.UTF_8)),
        (line, violation) -> {
          throw new AssertionError(violation);
        });
  }

  private static Usage expected(Traffic month, String application, String model, String source) {
    List<Traffic.Call> calls =
        month.calls().stream()
            .filter(call -> call.application().equals(application) && call.model().equals(model))
            .toList();
    long written = calls.stream().mapToLong(Traffic.Call::written).sum();
    return Usage.newBuilder()
        .setProposalId(application)
        .setWindowStart(Month.START)
        .setWindowEnd(Month.END)
        .setRequests(calls.stream().filter(call -> !call.failed()).count())
        .setInputTokens(calls.stream().mapToLong(Traffic.Call::input).sum())
        .setCachedInputTokens(calls.stream().mapToLong(Traffic.Call::cached).sum())
        // OpenAI does not tell.
        .setCacheWriteTokens(source.equals("openai") ? 0 : written)
        .setOutputTokens(calls.stream().mapToLong(Traffic.Call::output).sum())
        .setTuned(application.equals("search"))
        .setSource("")
        .build();
  }
}
