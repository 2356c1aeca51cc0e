package dev.tuneornot.dashboard.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Requests that were good once, mutated: each is answered, and none is an error of ours. */
@Timeout(900)
class MutatedRequestsTest {
  private static final long SEED = 20261122;

  /** A connection each: a fifth of what the decoders are tried with. */
  private static final int COUNT = Integer.getInteger("mutations", 5_000) / 5;

  private static final Pattern STATUS = Pattern.compile("^HTTP/1\\.[01] (\\d{3}) ");

  private static final List<String> PATHS =
      List.of(
          "/",
          "/assets/app.js",
          "/metrics",
          "/api/portfolios",
          "/api/recommendations?portfolio=default&decision=FINE_TUNE&verdict=GO&sort=-netBenefit",
          "/api/recommendations?model=openai%2Fgpt-4o&provider=openai&q=x&limit=10&offset=5",
          "/api/recommendations/a%2Fb",
          "/api/recommendations/export?format=csv&sort=proposalId",
          "/api/scatter?limit=20",
          "/api/changes?since=2026-11-22T00:00:00Z&portfolio=default&kind=CHANGED&limit=3",
          "/api/usage?proposal=go&portfolio=default&limit=3",
          "/api/prices?q=o&limit=5&offset=1",
          "/api/prices/openai%2Fgpt-4o",
          "/api/price-impacts?state=COMPLETE&limit=4",
          "/api/facets");

  private static final List<String> PIECES =
      List.of(
          "%",
          "%00",
          "%ff",
          "%c3%28",
          "%2e%2e%2f",
          "..",
          "/",
          "?",
          "&",
          "=",
          ";",
          "+",
          " ",
          "\r\n",
          "\0",
          "'",
          "\"",
          "--",
          "<script>",
          "limit=",
          "-1",
          "99999999999999999999",
          "NaN",
          "\u7814",
          "q=",
          "sort=--",
          "HTTP/1.1",
          "Content-Length: 5\r\n",
          "\r\n\r\n");

  private final Random random = new Random(SEED);

  @Test
  void shouldAnswerEachAndGoOn(@TempDir Path directory) throws Exception {
    Map<String, Integer> statuses = new TreeMap<>();
    try (RawServer server = new RawServer(directory, 1)) {
      for (int i = 0; i < COUNT; i++) {
        byte[] request = mutated(RawServer.get(PATHS.get(random.nextInt(PATHS.size()))));
        String answer = server.answer(request);
        Matcher status = STATUS.matcher(answer);
        String code = status.find() ? status.group(1) : "none";
        statuses.merge(code, 1, Integer::sum);
        assertThat(code).as("answer to %s", new String(request, UTF_8)).isNotEqualTo("500");
        assertThat(answer)
            .as("answer to %s", new String(request, UTF_8))
            .doesNotContain("\tat ", "Exception");
      }
      assertThat(server.answer(RawServer.get("/api/portfolios"))).startsWith("HTTP/1.1 200 ");
    }
    assertThat(statuses).containsKeys("200", "400", "404", "405");
  }

  private byte[] mutated(byte[] good) {
    byte[] bytes = good;
    for (int i = random.nextInt(3); i >= 0; i--) {
      // Mostly the path and the query.
      int at = random.nextInt(random.nextInt(4) == 0 ? bytes.length : Math.min(90, bytes.length));
      int end = random.nextInt(3) == 0 ? Math.min(bytes.length, at + random.nextInt(20)) : at;
      byte[] piece =
          random.nextInt(5) == 0
              ? new byte[] {(byte) random.nextInt(256)}
              : PIECES.get(random.nextInt(PIECES.size())).getBytes(UTF_8);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.write(bytes, 0, at);
      out.writeBytes(piece);
      out.write(bytes, end, bytes.length - end);
      bytes = out.toByteArray();
    }
    return bytes;
  }
}
