package dev.tuneornot.portfolio.usage;

import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Stage;
import dev.tuneornot.portfolio.usage.Traffic.Call;
import dev.tuneornot.schemas.TrustedClasses;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A made-up month: a PROPOSED application, a LIVE one, and one that nobody maps. */
final class Month {

  static final Instant START = Instant.parse("2026-10-01T00:00:00Z");
  static final Instant END = Instant.parse("2026-10-31T00:00:00Z");

  static final String BASELINE = "large-4-20260115";
  static final String BASE = "small-4-20260115";
  static final String TUNED = "ft:" + BASE + ":acme::9xyz";

  private Month() {}

  static {
    TrustedClasses.install();
  }

  static Traffic of(String provider) {
    Random random = new Random(17);
    List<Call> calls = new ArrayList<>();
    for (Instant at = START; at.isBefore(END); at = at.plus(Duration.ofMinutes(37))) {
      calls.add(call("tickets", provider, BASELINE, at, random));
      calls.add(call("search", provider, TUNED, at.plusSeconds(61), random));
      if (random.nextInt(10) == 0) {
        // What is LIVE falls back to the baseline now and then.
        calls.add(call("search", provider, BASELINE, at.plusSeconds(62), random));
      }
      if (random.nextInt(7) == 0) {
        calls.add(call("chat", provider, BASELINE, at.plusSeconds(63), random));
      }
    }
    return new Traffic(calls);
  }

  static Map<String, Proposal> proposals(String provider) {
    Proposal tickets =
        Proposal.newBuilder()
            .setProposalId("tickets")
            .setBaselineModel(provider + "/" + BASELINE)
            .setCandidateModels(List.of(provider + "/" + BASE))
            .build();
    Proposal search =
        Proposal.newBuilder(tickets).setProposalId("search").setStage(Stage.LIVE).build();
    return Map.of("tickets", tickets, "search", search);
  }

  /** What a text of a source adds up to. */
  static UsageSums sums(String source, String text, String... rules) {
    List<KeyRule> parsed = new ArrayList<>();
    for (String rule : rules) {
      parsed.add(KeyRule.parse(rule));
    }
    UsageSums sums =
        new UsageSums(new KeyMap(parsed, KeyMapFile.NONE, List.of()), new UsageWindow(null, null));
    read(source, text.getBytes(StandardCharsets.UTF_8), new Rows(sums));
    return sums;
  }

  static void read(String source, byte[] bytes, Rows rows) {
    try {
      source(source).read(new ByteArrayInputStream(bytes), rows.sums.map().fields(), rows);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static UsageSource source(String name) {
    return UsageSource.all().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Call call(
      String application, String provider, String model, Instant at, Random random) {
    if (random.nextInt(20) == 0) {
      return new Call(application, provider, model, at, 0, 0, 0, 0, true);
    }
    int cached = 128 * random.nextInt(8);
    int written = random.nextInt(4) == 0 ? 128 : 0;
    int input = cached + written + 100 + random.nextInt(900);
    return new Call(
        application, provider, model, at, input, cached, written, random.nextInt(300), false);
  }
}
