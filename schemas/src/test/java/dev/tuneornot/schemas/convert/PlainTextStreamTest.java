package dev.tuneornot.schemas.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextStreamTest {

  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(strings = {"", "a", "ab", "{\"a\":1}", "研发 🙂 é"})
  void shouldPassTextOn(String text) throws IOException {
    assertThat(textOf(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
  }

  @Test
  void shouldPassOverAByteOrderMark() throws IOException {
    assertThat(textOf("\ufeff[1]".getBytes(StandardCharsets.UTF_8))).isEqualTo("[1]");
    assertThat(textOf("\ufeff".getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  @Test
  void shouldReadByteByByte() throws IOException {
    InputStream in = stream("\ufeffé".getBytes(StandardCharsets.UTF_8));

    assertThat(new int[] {in.read(), in.read(), in.read()}).containsExactly(0xC3, 0xA9, -1);
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "1f8b0800, gzip data",
    "504b0304, a ZIP archive or a spreadsheet",
    "28b52ffd, zstd data",
    "425a6839, bzip2 data",
    "fd377a585a00, xz data",
    "4f626a01, an Avro file",
    "50415231, a Parquet file",
    "feff007b, UTF-16",
    "fffe7b00, UTF-16 or UTF-32",
    "0000feff, UTF-32",
    "007b0022, UTF-16 or UTF-32",
    "7b002200, UTF-16 or UTF-32",
  })
  void shouldSayWhatAFileIsInstead(String hex, String name) {
    byte[] bytes = HexFormat.of().parseHex(hex);

    assertThatThrownBy(() -> textOf(bytes))
        .isInstanceOf(NotPlainTextException.class)
        .hasMessage("plain UTF-8 text; this is " + name);
  }

  @Test
  void shouldRecogniseWhatGzipReallyWrites() throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
      out.write('x');
    }

    assertThatThrownBy(() -> textOf(compressed.toByteArray())).hasMessageContaining("gzip");
  }

  @Test
  void shouldPassOnEverythingBeforeAnInvalidByte() throws IOException {
    byte[] bytes = "abcdefgh研?rest".getBytes(StandardCharsets.UTF_8);
    bytes[11] = (byte) 0xFF;
    InputStream in = stream(bytes);

    assertThat(new String(in.readNBytes(11), StandardCharsets.UTF_8)).isEqualTo("abcdefgh研");
    assertThatThrownBy(in::read).isInstanceOf(NotPlainTextException.class);
    assertThatThrownBy(in::read).isInstanceOf(NotPlainTextException.class);
  }

  @Test
  void shouldRefuseACharacterThatTheEndCuts() throws IOException {
    InputStream in = stream(new byte[] {'a', (byte) 0xC3});
    assertThat(in.readNBytes(2)).hasSize(2);

    assertThatThrownBy(in::read).hasMessage(PlainTextStream.TEXT_BOUND);
  }

  @Test
  void shouldLimitWhatIsReadSinceARecordStarted() throws IOException {
    PlainTextStream in = new PlainTextStream(new Spaces());
    byte[] chunk = new byte[1024 * 1024];
    for (int i = 0; i < 40; i++) {
      in.startRecord();
      assertThat(in.readNBytes(chunk, 0, chunk.length)).isEqualTo(chunk.length);
    }

    assertThatThrownBy(() -> in.readNBytes(RecordLimits.BYTES + chunk.length))
        .hasMessage("at most 16777216 bytes");
  }

  @Test
  void shouldLimitNothingUntilARecordStarts() throws IOException {
    PlainTextStream in = new PlainTextStream(new Spaces());

    assertThat(in.skip(2L * RecordLimits.BYTES)).isEqualTo(2L * RecordLimits.BYTES);
  }

  private static String textOf(byte[] bytes) throws IOException {
    return new String(stream(bytes).readAllBytes(), StandardCharsets.UTF_8);
  }

  private static InputStream stream(byte[] bytes) {
    return new PlainTextStream(new ByteArrayInputStream(bytes));
  }

  /** Endless. */
  private static final class Spaces extends InputStream {

    @Override
    public int read() {
      return ' ';
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      Arrays.fill(bytes, offset, offset + length, (byte) ' ');
      return length;
    }
  }
}
