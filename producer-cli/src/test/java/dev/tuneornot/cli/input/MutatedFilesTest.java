package dev.tuneornot.cli.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.cli.console.OperationFailure;
import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.testing.Shell;
import dev.tuneornot.cli.testing.Shell.Result;
import dev.tuneornot.cli.testing.Texts;
import dev.tuneornot.portfolio.formats.PriceFormat;
import dev.tuneornot.portfolio.formats.ReadOptions;
import dev.tuneornot.portfolio.formats.Reading;
import dev.tuneornot.schemas.RecordType;
import dev.tuneornot.schemas.TrustedClasses;
import dev.tuneornot.schemas.json.Entry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files of every kind that were good once, mutated: read or refused, and never a stack trace; by
 * the readers, and by whole commands, so that what is read is also told.
 */
@Timeout(900)
class MutatedFilesTest {
  private static final long SEED = 20261122;

  private static final int MUTATIONS = Integer.getInteger("mutations", 5_000);

  /**
   * JSON is read by what {@code MutationTest} of the schemas tries out with 100,000 files; here it
   * is about how its entries come through.
   */
  private static final int JSON_MUTATIONS = MUTATIONS / 5;

  /** A whole command takes as long as hundreds of records. */
  private static final int COMMANDS = MUTATIONS / 500;

  private static final String PROPOSALS =
      """
      proposalId,portfolio,title,needs,trainingData.examples,workload.cachedShare,candidateModels
      a,sales,"Two, or ""more\""",LOW_LATENCY;DOMAIN_KNOWLEDGE,350,0.5,openai/gpt-4o;b
      b,,"line
      break",,,,
      """;

  private static final String PRICING =
      """
      modelId,effectiveFrom,inputPerMTok,outputPerMTok,tuning.trainingPerMTok,retiresAt
      openai/gpt-4o,2024-08-06T00:00:00Z,2.5,10,25,2027-01-01T00:00:00Z
      openai/gpt-4o,2025-08-06T00:00:00Z,2,8,,
      a,2026-01-01T00:00:00Z,1e-3,0,,
      """;

  private static final String OVERLAY =
      """
      modelId,tuning.trainingPerMTok,tuning.inputPerMTok,retiresAt,source,confidence
      openai/gpt-4o,25,3,2027-01-14T00:00:00Z,a page,OFFICIAL
      openai/other,,,2027-01-01T00:00:00Z,,
      """;

  private static final String CATALOGUE =
      """
      {"gpt-4o": {"input_cost_per_token": 2.5e-06, "output_cost_per_token": 1e-05,
       "litellm_provider": "openai", "mode": "chat", "nested": {"a": [1, null]}},
       "ft:gpt-4o": {"input_cost_per_token": "3.75e-06", "litellm_provider": "openai",
       "mode": "chat"}, "e": {"litellm_provider": "bedrock", "mode": "embedding"}}
      """;

  private static final String POLICY =
      """
      {"portfolio": "sales", "version": "7", "minimumExamples": 100, "closingSoonDays": 30}
      """;

  private static final List<String> PIECES =
      List.of(
          "\"",
          "\"\"",
          ",",
          ";",
          "\n",
          "\r",
          "\r\n",
          "\0",
          "{",
          "}",
          "[",
          "]",
          ":",
          "null",
          "NaN",
          "1e400",
          "-1",
          "1e99999999999",
          "9223372036854775808",
          "0x10",
          "=1+1",
          "\\ud800",
          "2026-13-45",
          "+999999999-01-01T00:00:00Z",
          "\uFEFF",
          "\u7814",
          "proposalId",
          "modelId",
          " ",
          "\t",
          "[".repeat(300),
          "x".repeat(3_000));

  @TempDir private Path directory;
  private final Random random = new Random(SEED);

  static Stream<Arguments> files() {
    String proposal = Texts.narrowTask("a") + "\n" + Texts.unknown("b") + "\n";
    String array = "[" + Texts.narrowTask("a") + ", " + Texts.unknown("b") + "]";
    return Stream.of(
        Arguments.of("proposals.csv", PROPOSALS, List.of("proposals", "validate", "FILE")),
        Arguments.of("proposals.jsonl", proposal, List.of("proposals", "validate", "FILE")),
        Arguments.of("proposals.json", array, List.of("proposals", "validate", "FILE")),
        Arguments.of("pricing.csv", PRICING, List.of("pricing", "validate", "FILE")),
        Arguments.of("pricing.jsonl", Texts.GPT_4O, List.of("pricing", "validate", "FILE")),
        Arguments.of("policy.json", POLICY, List.of("policy", "validate", "FILE")),
        Arguments.of(
            "catalogue.json",
            CATALOGUE,
            List.of("pricing", "import", "FILE", "--offline", "--dry-run")),
        Arguments.of(
            "overlay.csv",
            OVERLAY,
            List.of("pricing", "import", "--overlay", "FILE", "--offline", "--dry-run")),
        Arguments.of(
            "evaluated.csv",
            PROPOSALS,
            List.of("evaluate", "--proposals", "FILE", "--pricing", "PRICING")),
        Arguments.of(
            "evaluated-by.csv",
            PRICING,
            List.of("evaluate", "--proposals", "PROPOSALS", "--pricing", "FILE")),
        Arguments.of(
            "evaluated-under.json",
            POLICY,
            List.of(
                "evaluate",
                "--proposals",
                "PROPOSALS",
                "--pricing",
                "PRICING",
                "--policy",
                "FILE")));
  }

  static Stream<Arguments> records() {
    return files().filter(file -> file.get()[0].toString().matches("(pro|pri|pol).*"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("records")
  void shouldBecomeEntries(String name, String good) {
    RecordType<? extends SpecificRecord> type =
        name.startsWith("proposals")
            ? RecordType.PROPOSAL
            : name.startsWith("pri") ? RecordType.MODEL_PRICING : RecordType.POLICY;
    InputFormat format =
        InputFormat.valueOf(name.substring(name.indexOf('.') + 1).toUpperCase(Locale.ROOT));
    int accepted = 0;
    int refused = 0;
    int mutations = format == InputFormat.CSV ? MUTATIONS : JSON_MUTATIONS;
    for (int i = 0; i < mutations; i++) {
      InputStream in = new ByteArrayInputStream(mutated(good.getBytes(UTF_8)));
      boolean whole = format != InputFormat.CSV || i % 10 == 0;
      try {
        for (Entry<?> entry : whole ? entries(type, format, in) : rows(type, in)) {
          if (entry instanceof Entry.Refused<?> refusal) {
            assertThat(refusal.violations()).isNotEmpty();
            refused++;
          } else {
            accepted++;
          }
        }
      } catch (OperationFailure | UncheckedIOException noText) {
        // CSV that is no plain text fails as a whole; JSON is refused record by record.
        assertThat(format).isEqualTo(InputFormat.CSV);
        assertThat(noText)
            .hasMessageMatching(
                whole
                    ? "(?s).*cannot be read: line \\d+ must be .*text.*"
                    : "(?s).*line \\d+ must be .*text.*");
      }
    }
    assertThat(accepted).as("accepted").isPositive();
    assertThat(refused).as("refused").isPositive();
  }

  /** As the commands read a file: ahead, on a thread of its own, which most of the time goes to. */
  private static <T extends SpecificRecord> List<Entry<T>> entries(
      RecordType<T> type, InputFormat format, InputStream in) {
    List<Entry<T>> entries = new ArrayList<>();
    Surroundings surroundings = Shell.plain().surroundings(in);
    try (RecordFile<T> file = RecordFile.open(type, new InputFile("-"), format, surroundings)) {
      file.forEachRemaining(entries::add);
    }
    return entries;
  }

  /** Without the thread. */
  private static <T extends SpecificRecord> List<Entry<T>> rows(
      RecordType<T> type, InputStream in) {
    List<Entry<T>> entries = new ArrayList<>();
    new CsvRecords<>(type, in).forEachRemaining(entries::add);
    return entries;
  }

  @Test
  void shouldBecomeACatalogueOrNone() {
    TrustedClasses.install();
    ReadOptions options = new ReadOptions(Shell.NOW, Shell.NOW, null, null, null, false);
    int read = 0;
    for (int i = 0; i < MUTATIONS / 5; i++) {
      byte[] mutated = mutated(CATALOGUE.getBytes(UTF_8));
      try {
        Reading catalogue = PriceFormat.read("mutated.json", mutated, null, options);
        assertThat(catalogue.keys()).isPositive();
        read++;
      } catch (IOException documented) {
        assertThat(documented).hasMessageNotContaining("Exception");
      }
    }
    assertThat(read).isBetween(1, MUTATIONS / 5 - 1);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void shouldBeReadOrRefused(String name, String good, List<String> command) throws IOException {
    Path file = directory.resolve(name);
    Map<String, Path> files =
        Map.of(
            "FILE", file,
            "PRICING", Texts.file(directory, "good-pricing.jsonl", Texts.GPT_4O),
            "PROPOSALS", Texts.file(directory, "good-proposals.jsonl", Texts.narrowTask("a")));
    Object[] arguments =
        command.stream().map(word -> files.containsKey(word) ? files.get(word) : word).toArray();
    Files.writeString(file, good);
    Result unharmed = Shell.plain().run(arguments);
    assertThat(unharmed.exitCode()).as(unharmed.err()).isIn(0, 3);
    Map<Integer, Integer> codes = new TreeMap<>();

    for (int i = 0; i < COMMANDS; i++) {
      byte[] mutated = mutated(good.getBytes(UTF_8));
      Files.write(file, mutated);

      Result result = Shell.plain().run(arguments);

      codes.merge(result.exitCode(), 1, Integer::sum);
      assertThat(result.exitCode()).as(result.err()).isIn(0, 1, 3);
      assertThat(result.err())
          .as("what is said of %s", new String(mutated, UTF_8))
          .doesNotContain("\tat ", "Exception", "(unexpected")
          .hasSizeLessThan(20_000);
      if (result.exitCode() != 0) {
        assertThat(result.err()).isNotBlank();
      }
    }
    assertThat(codes.keySet()).as("exit codes").containsAnyOf(1, 3);
  }

  private byte[] mutated(byte[] good) {
    byte[] bytes = good;
    for (int i = random.nextInt(4); i >= 0 && bytes.length > 0; i--) {
      int at = random.nextInt(bytes.length);
      int length = random.nextInt(3) == 0 ? random.nextInt(30) : 0;
      int end = random.nextInt(20) == 0 ? bytes.length : Math.min(bytes.length, at + length);
      byte[] piece =
          random.nextInt(4) == 0
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
