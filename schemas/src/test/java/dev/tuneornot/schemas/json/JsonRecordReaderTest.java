package dev.tuneornot.schemas.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tuneornot.model.Proposal;
import dev.tuneornot.schemas.RecordType;
import dev.tuneornot.schemas.convert.RecordLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRecordReaderTest {

  private static final String RECORD = "{\"proposalId\":\"%s\"}";

  @Nested
  class Lines {

    @Test
    void shouldReadOneRecordALine() {
      assertThat(lines(record("a") + "\n" + record("b") + "\n" + record("c")))
          .containsExactly("1 a", "2 b", "3 c");
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(strings = {"", "\n", "\r\n \t\r\n\n", "\ufeff", "\ufeff\n"})
    void shouldReadNoRecordsOfAnEmptyFile(String text) {
      assertThat(lines(text)).isEmpty();
    }

    @Test
    void shouldPassOverByteOrderMarkCarriageReturnsAndBlankLines() {
      assertThat(lines("\ufeff" + record("a") + "\r\n\r\n  \t\n" + record("b") + "\r\n"))
          .containsExactly("1 a", "4 b");
    }

    @Test
    void shouldRefuseALineThatIsNoJsonAndReadOn() {
      assertThat(
              lines(
                  record("a")
                      + "\nproposalId: x\n{\"proposalId\":\"y\",\n{\"proposalId\":\"z\" \"\n"
                      + record("b")))
          .containsExactly(
              "1 a",
              "2 null [record: must be valid JSON: Unrecognized token 'proposalId': was expecting"
                  + " (JSON String, Number (or 'NaN'/'+INF'/'-INF'), Array, Object or token 'null',"
                  + " 'true' or 'false') (column 1)]",
              "3 y [record: must be valid JSON; it ends before it is complete]",
              "4 z [record: must be valid JSON: Unexpected character ('\"' (code 34)): was expecting"
                  + " comma to separate Object entries (column 19)]",
              "5 b");
    }

    @Test
    void shouldReportTheBoundsOfWhatCouldBeReadTogetherWithWhatCouldNot() {
      String line =
          """
          {"proposalId":"a\\u0001","title":5,"foo":1,\
          "workload":{"promptTokens":"many","removableTokens":50,"cachedShare":1.5}}
          """;

      assertThat(lines(line))
          .containsExactly(
              "1 a\\u0001 [title = 5: must be a string, foo = 1: unknown field,"
                  + " workload.promptTokens = many: must be a whole number in"
                  + " -2147483648..2147483647, proposalId = a\\u0001: must be 1..200 characters, no"
                  + " control characters, workload.cachedShare = 1.5: must be 0 or 10^-9..1]");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"[{}]", "5", "\"x\"", "null", "true", "NaN"})
    void shouldRefuseWhatIsNoObject(String json) {
      assertThat(lines(json + "\n" + record("b")))
          .hasSize(2)
          .element(0)
          .asString()
          .endsWith("must be a JSON object on one line]");
    }

    @Test
    void shouldRefuseMoreThanOneRecordALine() {
      assertThat(lines(record("a") + record("b") + "\n" + record("c") + " x"))
          .satisfiesExactly(
              first -> assertThat(first).isEqualTo("1 a [record: must be alone on its line]"),
              second -> assertThat(second).startsWith("2 c [record: must be valid JSON: Unrec"));
    }

    @Test
    void shouldRefuseNestingThatIsTooDeep() {
      String deep = "[".repeat(200_000);

      assertThat(lines("{\"proposalId\":\"a\",\"foo\":" + deep + "\n" + record("b")))
          .containsExactly(
              "1 a [foo = [...]: unknown field, record: must be nested at most 100 levels deep]",
              "2 b");
    }

    @Test
    void shouldRefuseALineThatIsNoUtf8AndReadOn() {
      byte[] text =
          (record("a") + "\n" + record("\u00e9") + "\n" + record("c"))
              .getBytes(StandardCharsets.ISO_8859_1);

      assertThat(read(JsonRecordReader.lines(RecordType.PROPOSAL, new ByteArrayInputStream(text))))
          .containsExactly(
              "1 a",
              "2 null [record: must be UTF-8 text, without NUL (byte 17 of the line)]",
              "3 c");
    }

    @Test
    void shouldRefuseALineThatIsTooLongAndReadOn() {
      InputStream in =
          in(record("a") + "\n", spaces(3L * RecordLimits.BYTES), "x\n" + record("b") + "\n");

      assertThat(read(JsonRecordReader.lines(RecordType.PROPOSAL, in)))
          .containsExactly("1 a", "2 null [record: must be at most 16777216 bytes]", "3 b");
    }

    @Test
    void shouldReadALineOfTheGreatestLength() {
      String record = record("a");
      InputStream longest =
          in(record + "\n", spaces(RecordLimits.BYTES - record.length()), record + "\n" + record);

      assertThat(read(JsonRecordReader.lines(RecordType.PROPOSAL, longest)))
          .containsExactly("1 a", "2 a", "3 a");
    }

    @Test
    void shouldRefuseALastLineThatIsTooLongByOneByte() {
      String record = record("a");
      InputStream longer =
          in(record + "\n", spaces(RecordLimits.BYTES - record.length() + 1), record);

      assertThat(read(JsonRecordReader.lines(RecordType.PROPOSAL, longer)))
          .containsExactly("1 a", "2 null [record: must be at most 16777216 bytes]");
    }

    @Test
    void shouldSayThatAFileIsCompressed() {
      InputStream gzip = new ByteArrayInputStream(new byte[] {0x1f, (byte) 0x8b, 8, '\n', '\n'});

      assertThat(read(JsonRecordReader.lines(RecordType.PROPOSAL, gzip)))
          .containsExactly("1 null [record: must be plain UTF-8 text; this is gzip data]");
    }

    @Test
    void shouldSayThatAFileIsUtf16() {
      InputStream wide = new ByteArrayInputStream(record("a").getBytes(StandardCharsets.UTF_16LE));

      assertThat(read(JsonRecordReader.lines(RecordType.PROPOSAL, wide)))
          .containsExactly("1 null [record: must be plain UTF-8 text; this is UTF-16 or UTF-32]");
    }

    private List<String> lines(String text) {
      return read(JsonRecordReader.lines(RecordType.PROPOSAL, in(text)));
    }
  }

  @Nested
  class Array {

    @Test
    void shouldReadTheElementsWithTheirLines() {
      assertThat(array("\ufeff[\n" + record("a") + ",\n\n" + record("b") + "]\n"))
          .containsExactly("2 a", "4 b");
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(strings = {"", " \n", "\ufeff", "[]", " [ ] "})
    void shouldReadNoRecordsOfAnEmptyFile(String text) {
      assertThat(array(text)).isEmpty();
    }

    @Test
    void shouldReadASingleObject() {
      assertThat(array("\n{\n\"proposalId\":\n\"a\"}\n")).containsExactly("2 a");
    }

    @Test
    void shouldRefuseAnElementThatIsNoObjectAndReadOn() {
      assertThat(array("[" + record("a") + ", 5, [[1]], null," + record("b") + "]"))
          .containsExactly(
              "1 a",
              "1 null [record = 5: must be an object]",
              "1 null [record = [...]: must be an object]",
              "1 null [record = null: must be an object]",
              "1 b");
    }

    @Test
    void shouldRefuseAnElementOutOfBoundsAndReadOn() {
      assertThat(array("[{\"proposalId\":\"a\",\"foo\":[1,{\"a\":2}]}," + record("b") + "]"))
          .containsExactly("1 a [foo = [...]: unknown field]", "1 b");
    }

    @Test
    void shouldKeepWhatComesBeforeSomethingMalformed() {
      assertThat(array("[" + record("a") + ",\n{\"proposalId\":\"b\",,\n" + record("c") + "]"))
          .containsExactly(
              "1 a",
              "2 b [record: must be valid JSON: Unexpected character (',' (code 44)): was expecting"
                  + " double-quote to start field name (line 2, column 19)]");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"[{\"proposalId\":\"a\"}", "[{\"proposalId\":\"a\"},"})
    void shouldRefuseAnArrayThatEndsTooEarly(String text) {
      assertThat(array(text))
          .containsExactly(
              "1 a", "1 null [record: must be valid JSON; it ends before it is complete]");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
        strings = {"[{\"proposalId\":\"a\"}]\n5", "{\"proposalId\":\"a\"}\n{\"proposalId\":\"b\"}"})
    void shouldRefuseWhatComesAfterTheEnd(String text) {
      assertThat(array(text))
          .containsExactly(
              "1 a",
              "2 null [record: must be one JSON array of objects, or one object, with nothing after"
                  + " it]");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"5", "\"x\"", "null"})
    void shouldRefuseAFileOfAnythingElse(String text) {
      assertThat(array(text))
          .hasSize(1)
          .element(0)
          .asString()
          .endsWith("must be a JSON array of objects, or one object]");
    }

    @Test
    void shouldKeepWhatComesBeforeAnInvalidByte() {
      byte[] text =
          ("[" + record("a") + "," + record("b") + "," + record("\u00e9") + "]")
              .getBytes(StandardCharsets.ISO_8859_1);

      assertThat(read(JsonRecordReader.array(RecordType.PROPOSAL, new ByteArrayInputStream(text))))
          .containsExactly("1 a", "1 b", "1 null [record: must be UTF-8 text, without NUL]");
    }

    @Test
    void shouldRefuseAnElementThatIsTooLong() {
      InputStream in =
          in(
              "[" + record("a") + ",{\"proposalId\":\"b\",\"title\":\"",
              spaces(3L * RecordLimits.BYTES),
              "\"}]");

      assertThat(read(JsonRecordReader.array(RecordType.PROPOSAL, in)))
          .containsExactly("1 a", "1 b [record: must be at most 16777216 bytes]");
    }

    @Test
    void shouldReadMoreThanTheGreatestLengthOfARecordInAll() {
      List<InputStream> parts = new ArrayList<>(List.of(in("[" + record("a"))));
      for (int i = 0; i < 5; i++) {
        parts.add(spaces(RecordLimits.BYTES / 2));
        parts.add(in("," + record("b")));
      }
      parts.add(in("]"));

      InputStream all = new SequenceInputStream(Collections.enumeration(parts));

      assertThat(read(JsonRecordReader.array(RecordType.PROPOSAL, all)))
          .containsExactly("1 a", "1 b", "1 b", "1 b", "1 b", "1 b");
    }

    @Test
    void shouldRefuseNestingThatIsTooDeep() {
      assertThat(array("[".repeat(200_000)))
          .containsExactly(
              "1 null [record = [...]: must be an object, record: must be nested at most 100 levels deep]");
    }

    private List<String> array(String text) {
      return read(JsonRecordReader.array(RecordType.PROPOSAL, in(text)));
    }
  }

  @Test
  void shouldThrowOnlyWhatTheInputThrows() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("disk on fire");
          }

          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            throw new IOException("disk on fire");
          }
        };

    assertThatThrownBy(() -> JsonRecordReader.lines(RecordType.PROPOSAL, broken).hasNext())
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("disk on fire");
  }

  @Test
  void shouldEndAsIteratorsDo() {
    JsonRecordReader<Proposal> reader = JsonRecordReader.lines(RecordType.PROPOSAL, in(""));

    assertThat(reader.hasNext()).isFalse();
    assertThatThrownBy(reader::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void shouldCloseItsInput() throws IOException {
    List<String> closed = new ArrayList<>();
    for (boolean lines : new boolean[] {true, false}) {
      InputStream in =
          new ByteArrayInputStream(new byte[0]) {
            @Override
            public void close() {
              closed.add("closed");
            }
          };
      (lines
              ? JsonRecordReader.lines(RecordType.PROPOSAL, in)
              : JsonRecordReader.array(RecordType.PROPOSAL, in))
          .close();
    }

    assertThat(closed).hasSize(2);
  }

  private static List<String> read(JsonRecordReader<Proposal> reader) {
    List<String> entries = new ArrayList<>();
    while (reader.hasNext()) {
      Entry<Proposal> entry = reader.next();
      if (entry instanceof Entry.Accepted<Proposal> accepted) {
        entries.add(accepted.line() + " " + accepted.value().getProposalId());
      } else if (entry instanceof Entry.Refused<Proposal> refused) {
        entries.add(refused.line() + " " + refused.id() + " " + refused.violations());
      }
    }
    return entries;
  }

  private static String record(String id) {
    return RECORD.formatted(id);
  }

  private static InputStream in(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static InputStream in(String before, InputStream middle, String after) {
    return new SequenceInputStream(Collections.enumeration(List.of(in(before), middle, in(after))));
  }

  private static InputStream spaces(long count) {
    return new InputStream() {
      private long left = count;

      @Override
      public int read() {
        return left-- > 0 ? ' ' : -1;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) {
        if (left <= 0) {
          return -1;
        }
        int read = (int) Math.min(length, left);
        Arrays.fill(bytes, offset, offset + read, (byte) ' ');
        left -= read;
        return read;
      }
    };
  }
}
