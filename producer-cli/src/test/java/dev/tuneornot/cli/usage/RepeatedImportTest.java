package dev.tuneornot.cli.usage;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tuneornot.cli.testing.Shell;
import dev.tuneornot.cli.testing.Shell.Result;
import dev.tuneornot.cli.testing.Texts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Addresses, once and again, against a server of the JDK. */
class RepeatedImportTest {

  @TempDir private Path directory;
  private HttpServer server;
  private Path proposals;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<String> authorizations = new CopyOnWriteArrayList<>();

  @BeforeEach
  void setUp() throws IOException {
    proposals = Texts.file(directory, "proposals.jsonl", Texts.narrowTask("sql"));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void shouldFollowThePagesOfOpenAiWithCredentials() throws IOException {
    Path secrets = Texts.file(directory, "secrets.properties", "admin=secret-4711");
    serve(
        Map.of(
            "/usage?start_time=1794614400&end_time=1795305600",
            openAi(10, "\"has_more\":true,\"next_page\":\"p a=2\""),
            "/usage?start_time=1794614400&end_time=1795305600&page=p+a%3D2",
            openAi(5, "\"has_more\":false,\"next_page\":null")));

    Result result =
        Shell.plain()
            .run(
                command(
                    "openai",
                    address("/usage?start_time={from}&end_time={to}"),
                    "project_id=p:sql",
                    "--days",
                    "8",
                    "--command-property",
                    "config.providers=file",
                    "--command-property",
                    "config.providers.file.class="
                        + "org.apache.kafka.common.config.provider.FileConfigProvider",
                    "--command-property",
                    "tuneornot.http.header.Authorization=Bearer ${file:" + secrets + ":admin}"));

    assertThat(result.err()).doesNotContain("secret-4711").contains("2 rows read");
    assertThat(result.exitCode()).isZero();
    assertThat(asked).hasSize(2);
    assertThat(authorizations).containsOnly("Bearer secret-4711");
    assertThat(result.outLines()).anyMatch(line -> line.startsWith("MEASURED,sql,,,,15,"));
  }

  @Test
  void shouldFollowThePagesOfAnthropicAndLiteLlm() throws IOException {
    String spend =
        "{\"data\":[{\"startTime\":\"2026-11-20T0%d:00:00Z\",\"team_id\":\"sql\",\"model\":"
            + "\"gpt-4o\",\"prompt_tokens\":10,\"completion_tokens\":1}],\"page\":%d,"
            + "\"page_size\":1,\"total_pages\":3}";
    String anthropic =
        "{\"data\":[{\"starting_at\":\"2026-11-1%dT00:00:00Z\",\"ending_at\":"
            + "\"2026-11-1%dT00:00:00Z\",\"results\":[{\"workspace_id\":\"w\",\"model\":\"gpt-4o\","
            + "\"uncached_input_tokens\":100,\"output_tokens\":7}]}],\"has_more\":%s,"
            + "\"next_page\":\"page_x\"}";
    serve(
        Map.of(
            "/spend/logs/v2?start_date=2026-11-20+00%3A00%3A00",
            spend.formatted(1, 1),
            "/spend/logs/v2?start_date=2026-11-20+00%3A00%3A00&page=2",
            spend.formatted(2, 2),
            "/spend/logs/v2?start_date=2026-11-20+00%3A00%3A00&page=3",
            spend.formatted(3, 3),
            "/report?starting_at=2026-11-20T00%3A00%3A00Z&group_by%5B%5D=model",
            anthropic.formatted(0, 1, "true"),
            "/report?starting_at=2026-11-20T00%3A00%3A00Z&group_by%5B%5D=model&page=page_x",
            anthropic.formatted(1, 2, "false")));
    Path requests = Texts.file(directory, "requests.csv", "proposalId,requests", "sql,7");

    Result calls =
        Shell.plain()
            .run(
                command(
                    "litellm-spend",
                    address("/spend/logs/v2?start_date={from}"),
                    "team_id=sql:sql",
                    "--days",
                    "2"));
    Result report =
        Shell.plain()
            .run(
                command(
                    "anthropic",
                    address("/report?starting_at={from}&group_by[]=model"),
                    "workspace_id=w:sql",
                    "--model",
                    "gpt-4o:sql",
                    "--requests",
                    requests,
                    "--from-date",
                    "2026-11-20"));

    assertThat(calls.outLines()).anyMatch(line -> line.startsWith("MEASURED,sql,,,,3,0,30,0,0,3,"));
    assertThat(report.err()).contains("There is no traffic in it within --from-date and --to-date");
    assertThat(asked).hasSize(5);
  }

  @Test
  void shouldSayWhatAServerAnswers() {
    serve(
        Map.of(
            "/loop",
            openAi(1, "\"has_more\":true,\"next_page\":\"x\""),
            "/loop?page=x",
            openAi(1, "\"has_more\":true,\"next_page\":\"x\"")));

    Result missing = Shell.plain().run(command("openai", address("/missing"), "project_id=p:sql"));
    Result loop = Shell.plain().run(command("openai", address("/loop"), "project_id=p:sql"));

    assertThat(missing.exitCode()).isEqualTo(1);
    assertThat(missing.err()).contains("/missing cannot be read: the server answers 404");
    assertThat(loop.exitCode()).isEqualTo(1);
    assertThat(loop.err()).contains("page 2 names one that came before as the next");
  }

  @Test
  void shouldTakeNoSecretsButByReference() {
    Result result =
        Shell.plain()
            .run(
                command(
                    "openai",
                    address("/usage"),
                    "project_id=p:sql",
                    "--command-property",
                    "tuneornot.http.header.Authorization=Bearer 4711"));
    Result nowhere =
        Shell.plain()
            .run(
                command(
                    "openai",
                    address("/usage"),
                    "project_id=p:sql",
                    "--command-property",
                    "tuneornot.http.header.Authorization=Bearer ${env:NO_SUCH_VARIABLE}"));
    Result user =
        Shell.plain().run(command("openai", "http://me:4711@localhost/usage", "project_id=p:sql"));

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("must refer to a config provider").doesNotContain("4711");
    assertThat(nowhere.exitCode()).isEqualTo(2);
    assertThat(nowhere.err()).contains("Bearer ${env:NO_SUCH_VARIABLE} leads nowhere");
    assertThat(user.exitCode()).isEqualTo(2);
    assertThat(asked).isEmpty();
  }

  @Test
  void shouldKeepRunningAndTryAgain() throws Exception {
    CountDownLatch rounds = new CountDownLatch(3);
    server.createContext(
        "/usage",
        exchange -> {
          rounds.countDown();
          if (rounds.getCount() == 2) {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
          } else {
            answer(exchange, openAi(10, "\"has_more\":false"));
          }
        });
    Path to = directory.resolve("usage.jsonl");
    AtomicReference<Result> result = new AtomicReference<>();
    Thread import1 =
        new Thread(
            () ->
                result.set(
                    Shell.plain()
                        .run(
                            "usage",
                            "import",
                            "--from",
                            "openai",
                            address("/usage"),
                            "--map",
                            "project_id=p:sql",
                            "--proposals",
                            proposals,
                            "--to",
                            to,
                            "--every",
                            "1s")));
    import1.start();

    assertThat(rounds.await(30, TimeUnit.SECONDS)).isTrue();
    import1.interrupt();
    import1.join(10_000);

    assertThat(result.get().exitCode()).isZero();
    assertThat(result.get().err()).contains("the server answers 503; next try in 1 s");
    assertThat(Files.readAllLines(to)).hasSize(1);
  }

  private void serve(Map<String, String> answers) {
    server.createContext(
        "/",
        exchange -> {
          String target = exchange.getRequestURI().toString();
          String body = answers.get(target);
          if (body == null) {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
            return;
          }
          asked.add(target);
          String authorization = exchange.getRequestHeaders().getFirst("Authorization");
          if (authorization != null) {
            authorizations.add(authorization);
          }
          answer(exchange, body);
        });
  }

  private static void answer(HttpExchange exchange, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private String address(String target) {
    return "http://localhost:" + server.getAddress().getPort() + target;
  }

  private Object[] command(String source, String address, String rule, Object... more) {
    List<Object> words =
        new ArrayList<>(
            List.of(
                "usage",
                "import",
                "--from",
                source,
                address,
                "--map",
                rule,
                "--proposals",
                proposals,
                "--dry-run",
                "--output",
                "csv"));
    words.addAll(List.of(more));
    return words.toArray();
  }

  /** A page with one day, which is within 8 days before the shell's clock. */
  private static String openAi(long requests, String rest) {
    return ("{\"data\":[{\"start_time\":1794787200,\"end_time\":1794873600,\"results\":["
            + "{\"input_tokens\":100,\"output_tokens\":7,\"num_model_requests\":%d,"
            + "\"project_id\":\"p\",\"model\":\"gpt-4o\"}]}],%s}")
        .formatted(requests, rest);
  }
}
