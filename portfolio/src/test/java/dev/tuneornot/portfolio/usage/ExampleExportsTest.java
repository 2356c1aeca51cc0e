package dev.tuneornot.portfolio.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.portfolio.usage.Traffic.Call;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Holds the made-up exports of {@code examples/usage}, a week each. To write them anew: {@code mvn
 * -pl portfolio -am test -Dtest=ExampleExportsTest -Dtuneornot.update.usage=true
 * -Dsurefire.failIfNoSpecifiedTests=false}
 */
class ExampleExportsTest {

  private static final Path DIRECTORY = Path.of("..", "examples", "usage");
  private static final int DAYS = 7;

  @Test
  void shouldBeCurrent() throws IOException {
    Map<String, String> files = files();
    if (Boolean.getBoolean("tuneornot.update.usage")) {
      Files.createDirectories(DIRECTORY);
      for (Map.Entry<String, String> file : files.entrySet()) {
        Files.writeString(DIRECTORY.resolve(file.getKey()), file.getValue());
      }
    }

    for (Map.Entry<String, String> file : files.entrySet()) {
      assertThat(DIRECTORY.resolve(file.getKey())).hasContent(file.getValue());
    }
  }

  private static Map<String, String> files() {
    Instant november = Instant.parse("2026-11-16T00:00:00Z");
    List<Call> incidents =
        calls("incident-summaries", "openai", "gpt-6-luna", november, 13, 14_000, 800);
    List<Call> playground = calls("playground", "openai", "gpt-6-luna", november, 2, 900, 200);
    List<Call> search =
        calls(
            "search-intent",
            "fireworks_ai",
            "accounts/shop/models/search-intent-v3",
            november,
            4,
            200,
            6);
    // The last week of that model.
    List<Call> contracts =
        calls(
            "contract-qa",
            "anthropic",
            "claude-sonnet-4-20250514",
            Instant.parse("2026-06-08T00:00:00Z"),
            40,
            9_000,
            600);
    Traffic all = new Traffic(sorted(incidents, search, playground));
    Traffic openAi = new Traffic(sorted(incidents, playground));
    Traffic anthropic = new Traffic(contracts);
    Map<String, String> files = new TreeMap<>();
    files.put("litellm-daily.csv", all.liteLlmDaily());
    files.put("litellm-spend.jsonl", all.liteLlmSpend());
    files.put("langfuse.jsonl", all.langfuse());
    files.put("openai.json", openAi.openAi());
    files.put("anthropic.json", anthropic.anthropic());
    files.put("otel-spans.jsonl", all.otel());
    files.put("focus.csv", openAi.focus());
    files.put(
        "requests.csv",
        "proposalId,requests\nlegal-contract-qa,%d\nplatform-incident-summaries,%d\n"
            .formatted(answered(contracts), answered(incidents)));
    return files;
  }

  private static long answered(List<Call> calls) {
    return calls.stream().filter(call -> !call.failed()).count();
  }

  private static List<Call> calls(
      String application,
      String provider,
      String model,
      Instant from,
      int aDay,
      int input,
      int output) {
    Random random = new Random(application.hashCode());
    List<Call> calls = new ArrayList<>();
    for (int day = 0; day < DAYS; day++) {
      for (int i = 0; i < aDay; i++) {
        Instant at = from.plus(Duration.ofDays(day)).plusMillis(1 + random.nextInt(86_300_000));
        if (random.nextInt(25) == 0) {
          calls.add(new Call(application, provider, model, at, 0, 0, 0, 0, true));
          continue;
        }
        int tokens = input * 3 / 4 + random.nextInt(input / 2);
        int cached = tokens > 2_000 && random.nextInt(3) > 0 ? 1_024 : 0;
        int written = tokens > 2_000 && cached == 0 ? 1_024 : 0;
        int out = output * 3 / 4 + random.nextInt(output / 2);
        calls.add(new Call(application, provider, model, at, tokens, cached, written, out, false));
      }
    }
    return sorted(calls);
  }

  @SafeVarargs
  private static List<Call> sorted(List<Call>... lists) {
    List<Call> all = new ArrayList<>();
    for (List<Call> list : lists) {
      all.addAll(list);
    }
    all.sort(Comparator.comparing(Call::at));
    return all;
  }
}
