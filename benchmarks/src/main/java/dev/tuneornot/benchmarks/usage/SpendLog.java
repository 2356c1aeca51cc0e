package dev.tuneornot.benchmarks.usage;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * A made-up spend log of a month as JSON Lines, gzip: 200 teams with a proposal each, and others
 * that nobody maps.
 */
final class SpendLog {
  static final int TEAMS = 200;

  private static final long START_MS = Instant.parse("2026-10-01T00:00:00Z").toEpochMilli();
  private static final long MONTH_MS = 31 * 86_400_000L;
  private static final int OTHERS = 5_000;

  private SpendLog() {}

  static void writeProposals(Path file) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int team = 0; team < TEAMS; team++) {
      lines.append(
          "{\"proposalId\":\"team-%d\",\"baselineModel\":\"openai/gpt-%d\"}\n"
              .formatted(team, team % 7));
    }
    Files.writeString(file, lines);
  }

  static void write(long rows, Path file) throws IOException {
    Random random = new Random(1);
    try (Writer out =
        new BufferedWriter(
            new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file), 1 << 16) {
                  {
                    def.setLevel(Deflater.BEST_SPEED);
                  }
                },
                StandardCharsets.US_ASCII),
            1 << 16)) {
      for (long row = 0; row < rows; row++) {
        out.write(row(row, rows, random));
      }
    }
  }

  private static String row(long row, long rows, Random random) {
    int team = random.nextInt(TEAMS + 10);
    String name = team < TEAMS ? "team-" + team : "other-" + random.nextInt(OTHERS);
    boolean failed = random.nextInt(50) == 0;
    int prompt = failed ? 0 : 200 + random.nextInt(3_000);
    int cached = failed ? 0 : random.nextInt(prompt);
    int completion = failed ? 0 : random.nextInt(400);
    Instant start = Instant.ofEpochMilli(START_MS + row * MONTH_MS / rows);
    String status = failed ? "failure" : "success";
    return "{\"request_id\":\"chatcmpl-"
        + row
        + "\",\"call_type\":\"acompletion\",\"api_key\":\"88dc28d0f030c55ed4ab77ed8faf0981\","
        + "\"spend\":0.0123,\"total_tokens\":"
        + (prompt + completion)
        + ",\"prompt_tokens\":"
        + prompt
        + ",\"completion_tokens\":"
        + completion
        + ",\"startTime\":\""
        + start
        + "\",\"endTime\":\""
        + start.plusMillis(1_500)
        + "\",\"model\":\"gpt-"
        + team % 7
        + "\",\"model_group\":\"gpt-"
        + team % 7
        + "\",\"custom_llm_provider\":\"openai\",\"user\":\"default_user_id\",\"metadata\":"
        + "{\"status\":\""
        + status
        + "\",\"additional_usage_values\":{\"cache_read_input_tokens\":"
        + cached
        + ",\"cache_creation_input_tokens\":0}},\"cache_hit\":\"False\",\"request_tags\":"
        + "[\"env:production\"],\"team_id\":\""
        + name
        + "\",\"end_user\":\"\",\"session_id\":\"s-"
        + row
        + "\",\"status\":\""
        + status
        + "\"}\n";
  }
}
