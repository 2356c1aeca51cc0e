package dev.tuneornot.cli.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.cli.testing.Shell;
import dev.tuneornot.cli.testing.Shell.Result;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files as people really hand them over: read rightly, or refused by line; never a stack trace. */
class MalformedFilesTest {

  private static final String HEADER = "proposalId,title,workload.cachedShare\n";

  @TempDir private Path directory;

  static Stream<Arguments> readable() {
    return Stream.of(
        Arguments.of("byte order mark", "p.csv", "\uFEFF" + HEADER + "a,x,0.5\n", 1),
        Arguments.of("carriage returns", "p.csv", HEADER.replace("\n", "\r\n") + "a,x,0\r\n", 1),
        Arguments.of("no newline at the end", "p.csv", HEADER + "a,x,0.5", 1),
        Arguments.of("empty", "p.csv", "", 0),
        Arguments.of("header only", "p.csv", HEADER, 0),
        Arguments.of("header only, cut off", "p.csv", HEADER.strip(), 0),
        Arguments.of("blank lines", "p.csv", HEADER + "\n\na,x,0\n\n\n", 1),
        Arguments.of("quotes in quotes", "p.csv", HEADER + "a,\"say \"\"hi\"\"\",0\nb,,\n", 2),
        Arguments.of("a quote in a plain cell", "p.csv", HEADER + "a,6\" disk,0\nb,,\n", 2),
        Arguments.of("line breaks in a cell", "p.csv", HEADER + "a,\"1\r\n2\n3\",0\nb,,\n", 2),
        Arguments.of("byte order mark", "p.jsonl", "\uFEFF{\"proposalId\":\"a\"}\n", 1),
        Arguments.of("carriage returns", "p.jsonl", "{\"proposalId\":\"a\"}\r\n", 1),
        Arguments.of("no newline at the end", "p.jsonl", "{\"proposalId\":\"a\"}", 1),
        Arguments.of("empty", "p.jsonl", "", 0),
        Arguments.of("byte order mark", "p.json", "\uFEFF[{\"proposalId\":\"a\"}]", 1),
        Arguments.of("empty", "p.json", "[]", 0));
  }

  @ParameterizedTest(name = "{1}: {0}")
  @MethodSource("readable")
  void shouldReadWhatIsOnlyUnusual(String what, String name, String text, int records)
      throws IOException {
    Result result = validate(name, text.getBytes(UTF_8));

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.err()).contains(records + " proposals valid");
  }

  static Stream<Arguments> malformed() {
    return Stream.of(
        refused("quote never closed", "p.csv", HEADER + "a,x,0\nb,\"y,0\nc,z,0\n", 3, "not closed"),
        refused(
            "quote never closed in a later line of its row",
            "p.csv",
            HEADER + "a,\"x\ny\",\"0\nb,,\n",
            3,
            "not closed"),
        refused("quote never closed in the header", "p.csv", "\"proposalId\na\n", 1, "closed"),
        refused("text behind a quote", "p.csv", HEADER + "a,x,0\n\nb,\"y\"z,0\n", 4, "CSV"),
        refused("ragged row, too short", "p.csv", HEADER + "a,x\n", 2, "3 cells"),
        refused("ragged row, too long", "p.csv", HEADER + "a,x,0,9\n", 2, "3 cells"),
        refused("duplicate column", "p.csv", "proposalId,title,title\na,x,y\n", 1, "once"),
        refused("unknown column", "p.csv", "proposalId,titel\na,x\n", 1, "unknown field"),
        refused("only commas", "p.csv", HEADER + ",".repeat(20_000_000), 2, "CSV"),
        refused("number too large", "p.csv", HEADER + "a,x,1e400\n", 2, "cachedShare"),
        refused("not a number", "p.csv", HEADER + "a,x,NaN\n", 2, "cachedShare"),
        refused("duplicate key", "p.csv", HEADER + "a,x,0\na,y,0\n", 3, "unique"),
        refused("semicolons", "p.csv", "proposalId;title\na;x\n", 1, "has semicolons"),
        refused("tabs", "p.csv", "proposalId\ttitle\na\tx\n", 1, "has tabs"),
        refused(
            "thousands with points",
            "p.csv",
            "proposalId,workload.requestsPerMonth\na,1.000\n",
            2,
            "workload.requestsPerMonth = 1.000: must be a whole number without a point"),
        refused(
            "thousands with points",
            "p.csv",
            "proposalId,trainingData.examples\na,12.500\n",
            2,
            "trainingData.examples = 12.500: must be a whole number without a point"),
        refused(
            "NUL", "p.jsonl", "{\"proposalId\":\"a\"}\n{\"proposalId\":\"\u0000\"}\n", 2, "NUL"),
        refused("number too large", "p.jsonl", json("1e400"), 1, "cachedShare"),
        refused("not a number", "p.jsonl", json("NaN"), 1, "cachedShare"),
        refused(
            "duplicate field", "p.jsonl", "{\"proposalId\":\"a\",\"proposalId\":\"b\"}", 1, "once"),
        refused(
            "duplicate key",
            "p.jsonl",
            "{\"proposalId\":\"a\"}\n{\"proposalId\":\"a\"}\n",
            2,
            "unique"),
        refused("nested 10,000 deep", "p.jsonl", "[".repeat(10_000), 1, "JSON object"),
        refused(
            "nested 10,000 deep in a field",
            "p.jsonl",
            "{\"proposalId\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}",
            1,
            "levels deep"),
        refused("nested 10,000 deep", "p.json", "[".repeat(10_000), 1, ""),
        Arguments.of("gzip by mistake", "p.jsonl", gzip("{}"), 1, "gzip data"),
        Arguments.of("gzip by mistake", "p.json", gzip("[]"), 1, "gzip data"),
        Arguments.of("UTF-16", "p.jsonl", "{}".getBytes(UTF_16), 1, "UTF-16"));
  }

  static Stream<Arguments> noText() throws IOException {
    return Stream.of(
        Arguments.of("gzip by mistake", gzip(HEADER + "a,x,0\n"), 1, "gzip data"),
        Arguments.of("UTF-16", (HEADER + "a,x,0\n").getBytes(UTF_16), 1, "UTF-16"),
        Arguments.of("UTF-16, no mark", HEADER.getBytes(UTF_16LE), 1, "UTF-16"),
        Arguments.of("NUL", (HEADER + "a,x,0\nb,x\u0000,0\n").getBytes(UTF_8), 3, "NUL"),
        Arguments.of(
            "Latin-1",
            (HEADER + "a,x,0\nb,M\u00fcnchen,0\n").getBytes(ISO_8859_1),
            3,
            "UTF-8 text"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("noText")
  void shouldFailOnCsvThatIsNoText(String what, byte[] content, int line, String message)
      throws IOException {
    Result result = validate("p.csv", content);

    assertThat(result.exitCode()).as(result.err()).isEqualTo(1);
    assertThat(result.err())
        .contains("p.csv cannot be read: line " + line + " must be ")
        .contains(message)
        .doesNotContain("\tat ");
  }

  @Test
  void shouldSayWhatAPointMeansWhereTheFileDoesNot() throws IOException {
    String header = "proposalId,costs.engineering,costs.evaluation\n";
    Result odd = validate("p.csv", (header + "a,1.500,\nb,,12.000\n").getBytes(UTF_8));
    Result clear = validate("p.csv", (header + "a,1.500,\nb,,0.5\n").getBytes(UTF_8));
    Result plain = validate("p.csv", (header + "a,1500,\n").getBytes(UTF_8));

    assertThat(odd.exitCode()).isZero();
    assertThat(odd.err())
        .contains("p.csv: line 2: costs.engineering = 1.500 is read with a decimal point")
        .contains("where thousands are meant, write 1500")
        .contains("2 proposals valid");
    assertThat(clear.err()).doesNotContain("decimal point");
    assertThat(plain.err()).doesNotContain("decimal point");
  }

  private static Arguments refused(
      String what, String name, String text, int line, String message) {
    return Arguments.of(what, name, text.getBytes(UTF_8), line, message);
  }

  private static String json(String cachedShare) {
    return "{\"proposalId\":\"a\",\"workload\":{\"cachedShare\":" + cachedShare + "}}\n";
  }

  @ParameterizedTest(name = "{1}: {0}")
  @MethodSource("malformed")
  void shouldRefuseByLineAndNeverWithAStackTrace(
      String what, String name, byte[] content, int line, String message) throws IOException {
    Result result = validate(name, content);

    assertThat(result.exitCode()).as(result.err()).isEqualTo(3);
    assertThat(result.err())
        .contains(name + ":" + line + ": ")
        .contains(message)
        .contains("1 refused")
        .doesNotContain("\tat ", "Exception");
    assertThat(result.err().length()).isLessThan(1_000);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hugeLines")
  void shouldRefuseALineOf100MegabytesWithoutKeepingIt(String name, String start)
      throws IOException {
    Path file = directory.resolve(name);
    byte[] piece = new byte[1 << 20];
    Arrays.fill(piece, (byte) 'x');
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(start.getBytes(UTF_8));
      for (int i = 0; i < 100; i++) {
        out.write(piece);
      }
    }

    Result result = Shell.plain().run("proposals", "validate", file);

    assertThat(result.exitCode()).as(result.err()).isEqualTo(3);
    assertThat(result.err()).contains(name + ":2: ").doesNotContain("\tat ");
  }

  static Stream<Arguments> hugeLines() {
    return Stream.of(
        Arguments.of("plain.csv", HEADER),
        Arguments.of("quoted.csv", HEADER + "a,\""),
        Arguments.of("p.jsonl", "{\"proposalId\":\"a\"}\n{\"title\":\""),
        Arguments.of("p.json", "[\n{\"title\":\""));
  }

  @Test
  void shouldReadWhatComesBeforeTheBrokenPart() throws IOException {
    Result result = validate("p.csv", (HEADER + "a,x,0\nb,\"y,0\nc,z,0\n").getBytes(UTF_8));

    assertThat(result.err())
        .endsWith("1 proposals valid, 1 refused\n")
        .contains("the quote that opens here is not closed; nothing behind it is read");
  }

  @Test
  void shouldRefuseBothPartsOfAPriceWhoseRowsStandApart() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("prices.csv"),
            """
            modelId,effectiveFrom,inputPerMTok
            a/b,2025-01-01T00:00:00Z,1
            c/d,2025-01-01T00:00:00Z,1
            a/b,2026-01-01T00:00:00Z,2
            """);

    Result result = Shell.plain().run("pricing", "validate", file);

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err())
        .contains(file + ":2: a/b: modelId = a/b: must be in rows that stand together")
        .contains(file + ":4: a/b: modelId = a/b: must be in rows that stand together");
  }

  private Result validate(String name, byte[] content) throws IOException {
    return Shell.plain()
        .run("proposals", "validate", Files.write(directory.resolve(name), content));
  }

  private static byte[] gzip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }
}
