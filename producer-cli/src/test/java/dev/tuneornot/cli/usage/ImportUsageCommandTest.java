package dev.tuneornot.cli.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.cli.testing.Shell;
import dev.tuneornot.cli.testing.Shell.Result;
import dev.tuneornot.cli.testing.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportUsageCommandTest {

  private static final String HEADER =
      "date,team_id,model,custom_llm_provider,prompt_tokens,completion_tokens,"
          + "cache_read_input_tokens,successful_requests,failed_requests";

  /** 30 days in two rows: the others of a month would be as these. */
  private static final String[] DAILY = {
    HEADER,
    "2026-10-01,sql,gpt-4o,openai,600000,60000,150000,300,2",
    "2026-10-30,sql,openai/gpt-4o,openai,400000,40000,50000,200,1",
    "2026-10-30,sql,gpt-4o-mini,openai,1000,10,0,5,0",
    "2026-10-02,live,ft:gpt-4o:acme::1,openai,5000,200,0,10,0",
    "2026-10-02,live,gpt-4o,openai,2000,200,0,2,0",
    "2026-10-02,chat,gpt-4o,openai,70,7,0,7,0",
    "2026-10-02,search,gpt-4o,openai,90,9,0,9,1",
    "2026-10-02,gone,gpt-4o,openai,5,5,0,5,0",
  };

  @TempDir private Path directory;
  private Path proposals;
  private Path prices;

  @BeforeEach
  void setUp() throws IOException {
    proposals =
        Texts.file(
            directory,
            "proposals.jsonl",
            Texts.narrowTask("sql"),
            Texts.narrowTask("live").replace("\"portfolio\"", "\"stage\":\"LIVE\",\"portfolio\""));
    prices = Texts.file(directory, "prices.jsonl", Texts.GPT_4O);
  }

  @Test
  void shouldReportStatedAgainstMeasuredAndWhatWouldChange() throws IOException {
    Result result = run(daily(DAILY), "--pricing", prices, "--dry-run", "--output", "jsonl");

    assertThat(result.err()).contains("gone: there is no such proposal");
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.outLines())
        .containsExactly(
            "{\"kind\":\"MEASURED\",\"proposalId\":\"live\",\"requests\":10,\"failedRequests\":0,"
                + "\"inputTokens\":5000,\"cachedInputTokens\":0,\"cacheWriteTokens\":0,"
                + "\"outputTokens\":200,\"statedRequestsPerMonth\":100000,"
                + "\"measuredRequestsPerMonth\":10,\"factor\":1.0E-4,\"statedPromptTokens\":2000,"
                + "\"measuredPromptTokens\":2000,\"statedOutputTokens\":200,"
                + "\"measuredOutputTokens\":20,\"rescored\":true}",
            "{\"kind\":\"MEASURED\",\"proposalId\":\"sql\",\"requests\":500,\"failedRequests\":3,"
                + "\"inputTokens\":1000000,\"cachedInputTokens\":200000,\"cacheWriteTokens\":0,"
                + "\"outputTokens\":100000,\"statedRequestsPerMonth\":100000,"
                + "\"measuredRequestsPerMonth\":507,\"factor\":0.00507,\"statedPromptTokens\":2000,"
                + "\"measuredPromptTokens\":2000,\"statedOutputTokens\":200,"
                + "\"measuredOutputTokens\":200,\"rescored\":true}",
            "{\"kind\":\"UNMEASURED\",\"proposalId\":\"gone\",\"requests\":5,\"failedRequests\":0,"
                + "\"inputTokens\":5,\"cachedInputTokens\":0,\"cacheWriteTokens\":0,"
                + "\"outputTokens\":5,\"remark\":\"there is no such proposal\"}",
            model("gone", "openai/gpt-4o", "OTHER", 5, 0, 5, 0, 5, "no"),
            model("live", "openai/ft:gpt-4o:acme::1", "TUNED", 10, 0, 5000, 0, 200, "yes"),
            model("live", "openai/gpt-4o", "BASELINE", 2, 0, 2000, 0, 200, "no"),
            model("sql", "openai/gpt-4o", "BASELINE", 500, 3, 1000000, 200000, 100000, "yes"),
            model("sql", "openai/gpt-4o-mini", "OTHER", 5, 0, 1000, 0, 10, "no"),
            "{\"kind\":\"UNMAPPED\",\"key\":\"team_id=search\",\"requests\":9,\"failedRequests\":1,"
                + "\"inputTokens\":90,\"cachedInputTokens\":0,\"cacheWriteTokens\":0,"
                + "\"outputTokens\":9}",
            "{\"kind\":\"UNMAPPED\",\"key\":\"team_id=chat\",\"requests\":7,\"failedRequests\":0,"
                + "\"inputTokens\":70,\"cachedInputTokens\":0,\"cacheWriteTokens\":0,"
                + "\"outputTokens\":7}",
            "{\"kind\":\"TOTAL_MAPPED\",\"requests\":522,\"failedRequests\":3,"
                + "\"inputTokens\":1008005,\"cachedInputTokens\":200000,\"cacheWriteTokens\":0,"
                + "\"outputTokens\":100415}",
            "{\"kind\":\"TOTAL_UNMAPPED\",\"requests\":16,\"failedRequests\":1,"
                + "\"inputTokens\":160,\"cachedInputTokens\":0,\"cacheWriteTokens\":0,"
                + "\"outputTokens\":16}",
            "{\"kind\":\"FLIP\",\"proposalId\":\"sql\",\"before\":\"GO\",\"after\":\"CAUTION\","
                + "\"remark\":\"payback 5 days -> 46 months, above the policy's 12 months\"}");
    assertThat(result.err().lines())
        .contains(
            "Window: 2026-10-01T00:00:00Z until 2026-10-31T00:00:00Z",
            "Mapped: 522 requests, 3 failed, 1,008,005 input tokens (200,000 of them cached, 0"
                + " written to a cache), 100,415 output tokens",
            "Not mapped: 16 requests, 1 failed, 160 input tokens (0 of them cached, 0 written to a"
                + " cache), 16 output tokens",
            "2 proposals measured, 1 with traffic that is not their usage",
            "Nothing was sent (--dry-run)");
  }

  @Test
  void shouldWriteUsageThatOtherCommandsTake() throws IOException {
    Path to = directory.resolve("usage.jsonl");

    Result result = run(daily(DAILY), "--to", to);

    assertThat(Files.readAllLines(to))
        .containsExactly(
            "{\"proposalId\":\"live\",\"windowStart\":\"2026-10-01T00:00:00Z\","
                + "\"windowEnd\":\"2026-10-31T00:00:00Z\",\"requests\":10,\"inputTokens\":5000,"
                + "\"cachedInputTokens\":0,\"cacheWriteTokens\":0,\"outputTokens\":200,"
                + "\"tuned\":true,\"source\":\"litellm-daily: daily.csv\"}",
            "{\"proposalId\":\"sql\",\"windowStart\":\"2026-10-01T00:00:00Z\","
                + "\"windowEnd\":\"2026-10-31T00:00:00Z\",\"requests\":500,\"inputTokens\":1000000,"
                + "\"cachedInputTokens\":200000,\"cacheWriteTokens\":0,\"outputTokens\":100000,"
                + "\"tuned\":false,\"source\":\"litellm-daily: daily.csv\"}");
    assertThat(Shell.plain().run("usage", "validate", to).exitCode()).isZero();
    assertThat(result.err()).contains("without --pricing no verdicts are told");
  }

  @Test
  void shouldNotBeRescoredByWhatIsInForceAlready() throws IOException {
    Path to = directory.resolve("usage.jsonl");
    run(daily(DAILY), "--to", to);

    Result again = run(daily(DAILY), "--pricing", prices, "--usage", to, "--dry-run");

    assertThat(again.err()).contains("0 would be re-scored, 0 verdicts would change");
    assertThat(again.out()).contains("no, as before");
  }

  @Test
  void shouldTakeAListAndNamesOfModels() throws IOException {
    Path list =
        Texts.file(
            directory,
            "list.csv",
            "field,value,proposalId,model",
            "team_id,sql,sql,gpt-4o-mini",
            "team_id,live,live,",
            "team_id,,live,");

    Result result =
        Shell.plain()
            .run(
                "usage",
                "import",
                "--from",
                "litellm-daily",
                daily(DAILY),
                "--map-file",
                list,
                "--proposals",
                proposals,
                "--dry-run",
                "--output",
                "csv");

    assertThat(result.err()).contains("list.csv:4: value: must be given");
    assertThat(result.outLines())
        .anyMatch(line -> line.startsWith("MODEL,sql,,openai/gpt-4o-mini,BASELINE,5,"))
        .anyMatch(line -> line.startsWith("MEASURED,sql,,,,505,"));
  }

  @Test
  void shouldRefuseRowsByFileLineFieldValueAndBound() throws IOException {
    Result result =
        run(
            daily(
                HEADER,
                "2026-10-01,sql,gpt-4o,openai,600000,60000,150000,300,2",
                "2026-10-32,sql,gpt-4o,openai,-1,60000,150000,x,2"),
            "--dry-run");

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err())
        .contains(
            "daily.csv:3: date = 2026-10-32: must be a day such as 2026-11-01",
            "daily.csv:3: prompt_tokens = -1: must be a whole number 0..10^18",
            "daily.csv:3: successful_requests = x: must be a whole number 0..10^18");
    assertThat(result.out()).contains("sql");
  }

  @Test
  void shouldRefuseASourceWithoutRequestsByName() throws IOException {
    Path page =
        Texts.file(
            directory,
            "page.json",
            "{\"data\":[{\"starting_at\":\"2026-10-01T00:00:00Z\","
                + "\"ending_at\":\"2026-10-31T00:00:00Z\",\"results\":[{\"model\":\"gpt-4o\","
                + "\"workspace_id\":\"w\",\"uncached_input_tokens\":3,"
                + "\"cache_read_input_tokens\":0,\"output_tokens\":550}]}]}");
    Object[] command = {
      "usage",
      "import",
      "--from",
      "anthropic",
      page,
      "--map",
      "workspace_id=w:sql",
      "--proposals",
      proposals,
      "--dry-run",
      "--output",
      "csv"
    };

    Result without = Shell.plain().run(command);
    Path requests = Texts.file(directory, "requests.csv", "proposalId,requests", "sql,7");
    Result with = Shell.plain().run(with(command, "--requests", requests, "--model", "gpt-4o:sql"));
    Path others = Texts.file(directory, "others.csv", "proposalId,requests", "other,7");
    Result without2 =
        Shell.plain().run(with(command, "--requests", others, "--model", "gpt.*:sql"));

    assertThat(without.exitCode()).isEqualTo(2);
    assertThat(without.err()).contains("anthropic does not count requests: give --requests FILE");
    assertThat(with.outLines()).anyMatch(line -> line.startsWith("MEASURED,sql,,,,7,0,3,0,0,550,"));
    assertThat(without2.exitCode()).isEqualTo(3);
    assertThat(without2.err())
        .contains("sql: its requests are not counted: --requests must have a row for it");
  }

  @Test
  void shouldRefuseWhatCannotBeCombined() throws IOException {
    Path daily = daily(DAILY);

    assertThat(failure("litellm-daily", daily, "--map", "nothing=a:b"))
        .contains("Rows of litellm-daily cannot be mapped by nothing; they have api_key, ");
    assertThat(failure("litellm-daily", daily)).contains("give --map or --map-file");
    assertThat(failure("litellm-daily", daily, "--map", "a")).contains("FIELD=REGEX:PROPOSAL");
    assertThat(failure("nobody", daily, "--map", "model=a:b")).contains("--from nobody is none of");
    assertThat(failure("litellm-daily", daily, daily, "--map", "model=a:b"))
        .contains("daily.csv is given twice, and would count twice");
    assertThat(failure("litellm-daily", daily, "--map", "model=a:b", "--requests", requests()))
        .contains("these rows count their requests themselves");
    assertThat(
            failure(
                "litellm-daily",
                daily,
                "--map",
                "model=a:b",
                "--from-date",
                "2026-10-01",
                "--to-date",
                "2026-10-01"))
        .contains("--to-date must be after --from-date");
    assertThat(
            Shell.plain().run("usage", "import", "--from", "otel", daily, "--map", "a=b:c").err())
        .contains("--bootstrap-server");
    assertThat(
            Shell.plain()
                .run(
                    "usage",
                    "import",
                    "--from",
                    "otel",
                    daily,
                    "--map",
                    "a=b:c",
                    "--proposals",
                    proposals)
                .err())
        .contains("Without Kafka give --dry-run, or --to FILE");
  }

  @Test
  void shouldAskForTheWindowWhereCallsCoverLittleOfADay() throws IOException {
    Path spend =
        Texts.file(
            directory, "spend.jsonl", call("2026-10-01T10:00:00Z"), call("2026-10-01T10:30:00Z"));
    String[] rule = {"--map", "team_id=(.*):$1"};

    assertThat(failure("litellm-spend", spend, rule[0], rule[1]))
        .contains("say of what time they are all, with --from-date and --to-date");
    Result asked =
        Shell.plain()
            .run(
                "usage",
                "import",
                "--from",
                "litellm-spend",
                spend,
                rule[0],
                rule[1],
                "--proposals",
                proposals,
                "--dry-run",
                "--from-date",
                "2026-10-01T10:10:00Z",
                "--to-date",
                "2026-10-03");
    assertThat(asked.exitCode()).isZero();
    assertThat(asked.err())
        .contains(
            "Window: 2026-10-01T10:10:00Z until 2026-10-03T00:00:00Z",
            "Not wholly within the window: 1 requests");
  }

  private String failure(String source, Object... words) {
    List<Object> all = new ArrayList<>(List.of("usage", "import", "--from", source));
    all.addAll(List.of(words));
    all.addAll(List.of("--proposals", proposals, "--dry-run"));
    Result result = Shell.plain().run(all.toArray());
    assertThat(result.exitCode()).isEqualTo(2);
    return result.err();
  }

  private Path requests() throws IOException {
    return Texts.file(directory, "requests.csv", "proposalId,requests", "sql,7");
  }

  private Path daily(String... lines) throws IOException {
    return Texts.file(directory, "daily.csv", lines);
  }

  private Result run(Path daily, Object... options) {
    return Shell.plain()
        .run(
            with(
                new Object[] {
                  "usage",
                  "import",
                  "--from",
                  "litellm-daily",
                  daily,
                  "--map",
                  "team_id=(sql|live|gone):$1",
                  "--proposals",
                  proposals
                },
                options));
  }

  private static Object[] with(Object[] words, Object... more) {
    List<Object> all = new ArrayList<>(List.of(words));
    all.addAll(List.of(more));
    return all.toArray();
  }

  private static String model(
      String proposal,
      String model,
      String role,
      long requests,
      long failed,
      long input,
      long cached,
      long output,
      String counted) {
    return ("{\"kind\":\"MODEL\",\"proposalId\":\"%s\",\"model\":\"%s\",\"role\":\"%s\","
            + "\"requests\":%d,\"failedRequests\":%d,\"inputTokens\":%d,\"cachedInputTokens\":%d,"
            + "\"cacheWriteTokens\":0,\"outputTokens\":%d,\"remark\":\"%s\"}")
        .formatted(proposal, model, role, requests, failed, input, cached, output, counted);
  }

  private static String call(String at) {
    return ("{\"startTime\":\"%s\",\"team_id\":\"sql\",\"model\":\"gpt-4o\",\"prompt_tokens\":10,"
            + "\"completion_tokens\":1}")
        .formatted(at);
  }
}
