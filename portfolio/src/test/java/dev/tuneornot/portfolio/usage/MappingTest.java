package dev.tuneornot.portfolio.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Stage;
import dev.tuneornot.schemas.TrustedClasses;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingTest {

  static {
    TrustedClasses.install();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "a=b|'a=b' must be FIELD=REGEX:PROPOSAL",
        "=b:c|'=b:c' must be FIELD=REGEX:PROPOSAL",
        "a=b:|'a=b:' must be FIELD=REGEX:PROPOSAL",
        "a=(:c|'(' must be a regular expression: Unclosed group"
      })
  void shouldRefuseWhatIsNoRule(String text, String message) {
    assertThatThrownBy(() -> KeyRule.parse(text)).hasMessage(message);
  }

  @Test
  void shouldTakeTheWholeValueAndGroups() {
    assertThat(KeyRule.parse("f=team-(.*):x-$1").proposalOf("team-7")).contains("x-7");
    assertThat(KeyRule.parse("f=team:x").proposalOf("team-7")).isEmpty();
    assertThat(KeyRule.parse("f=a:b:c").proposalOf("a:b")).contains("c");
  }

  @Test
  void shouldPreferWhatIsListedToRules() throws IOException {
    List<String> refused = new ArrayList<>();
    KeyMapFile file =
        KeyMapFile.read(
            in(
                "field,value,proposalId,model\nteam,a,one,mine\nteam,a,two,\nteam,,x,\nteam,b,two,\n"),
            (line, violation) -> refused.add(line + ": " + violation));
    KeyMap map = new KeyMap(List.of(KeyRule.parse("team=.*:rest")), file, List.of());

    assertThat(map.proposalOf(field -> List.of("a"))).contains("one");
    assertThat(map.proposalOf(field -> List.of("c"))).contains("rest");
    assertThat(map.proposalOf(field -> List.of())).isEmpty();
    assertThat(map.models()).hasSize(1);
    assertThat(refused)
        .containsExactly(
            "3: value = a: must be unique in the file; it is on line 2", "4: value: must be given");
  }

  @ParameterizedTest(name = "{0} {1} is {2}: {3}")
  @CsvSource(
      nullValues = "-",
      value = {
        "openai, gpt-4o-2024-08-06, openai/gpt-4o-2024-08-06, true",
        "openai, openai/gpt-4o, openai/gpt-4o-2024-08-06, true",
        "openai, gpt-4o-2024-11-20, openai/gpt-4o-2024-08-06, false",
        "openai, gpt-4o-mini, openai/gpt-4o-2024-08-06, false",
        "azure, gpt-4o, openai/gpt-4o-2024-08-06, false",
        "'', gpt-4o, openai/gpt-4o-2024-08-06, true",
        "bedrock, anthropic.claude-3-haiku-20240307-v1:0, aws/anthropic.claude-3-haiku-20240307-v1:0, true",
        "vertex_ai-language-models, gemini-3.5-flash, google/gemini-3.5-flash, true",
        "azure.ai.openai, o4-mini, azure/o4-mini-2025-04-16, true",
        "anthropic, claude-sonnet-4-latest, anthropic/claude-sonnet-4, true",
        "anthropic, '', anthropic/claude-sonnet-4, false"
      })
  void shouldKnowAModelByItsNames(String provider, String model, String modelId, boolean is) {
    assertThat(SeenModel.of(provider, model).is(modelId)).isEqualTo(is);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "ft:gpt-4.1-mini-2025-04-14:acme::1, TUNED",
    "ft:gpt-4.1-mini:acme:tickets:1, TUNED",
    "gpt-4.1-mini-2025-04-14.ft-0a1b, TUNED",
    "gpt-4.1-mini-2025-04-14, TUNED",
    "gpt-5.6-terra, BASELINE",
    "ft:gpt-4.1-2025-04-14:acme::1, OTHER",
    "own-name, TUNED",
    "gpt-6-luna, OTHER"
  })
  void shouldTellWhatAModelIsToALiveProposal(String model, ModelRole role) {
    Proposal live =
        Proposal.newBuilder()
            .setProposalId("p")
            .setStage(Stage.LIVE)
            .setBaselineModel("openai/gpt-5.6-terra")
            .setCandidateModels(List.of("openai/gpt-4.1-mini-2025-04-14"))
            .build();

    assertThat(
            ModelRole.of(SeenModel.of("openai", model), live, List.of(ModelRule.parse("own-.*:p"))))
        .isEqualTo(role);
  }

  @Test
  void shouldTakeTheNameOfABaselineThatIsTunedForTheBaseline() {
    Proposal live =
        Proposal.newBuilder()
            .setProposalId("p")
            .setStage(Stage.LIVE)
            .setBaselineModel("openai/gpt-4o")
            .setCandidateModels(List.of("openai/gpt-4o"))
            .build();

    assertThat(ModelRole.of(SeenModel.of("openai", "gpt-4o"), live, List.of()))
        .isEqualTo(ModelRole.BASELINE);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "2026-10-01T10:11:12Z, 2026-10-01T10:11:12Z",
    "2026-10-01 10:11:12.123456, 2026-10-01T10:11:12.123Z",
    "2026-10-01T10:11:12.5+02:00, 2026-10-01T08:11:12.500Z",
    "2026-10-01 10:11:12+00, 2026-10-01T10:11:12Z",
    "2026-10-01 10:11:12-0130, 2026-10-01T11:41:12Z",
    "2026-10-01 10:11:12 UTC, 2026-10-01T10:11:12Z",
    "2026-10-01T10:11Z, 2026-10-01T10:11:00Z"
  })
  void shouldReadTimestampsOfDatabases(String text, Instant instant) {
    assertThat(Timestamps.millis(text)).isEqualTo(instant.toEpochMilli());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-30T00:00:00Z",
    "2026-10-01T24:00:00Z",
    "2026-10-01",
    "x",
    "2026-10-01T1:1:1Z"
  })
  void shouldReadNothingElse(String text) {
    assertThat(Timestamps.millis(text)).isNull();
  }

  private static ByteArrayInputStream in(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
