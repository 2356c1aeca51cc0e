package dev.tuneornot.portfolio.sheet;

import dev.tuneornot.schemas.convert.FileSignature;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Decodes text as spreadsheets export it: UTF-8 and UTF-16 with and without a byte order mark, and
 * Windows-1252, which is what is left where bytes are no UTF-8.
 *
 * @param name of the encoding, for people
 */
record TextEncoding(String text, String name) {

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /**
   * Decodes a whole file.
   *
   * @param asked null to find out
   */
  static TextEncoding decode(byte[] bytes, @Nullable Charset asked) throws SheetException {
    TextEncoding decoded = asked == null ? find(bytes) : strictly(bytes, 0, asked, asked.name());
    String text = decoded.text;
    if (text.indexOf('\0') >= 0) {
      throw new SheetException("it is no text: it has a NUL character in it");
    }
    return text.startsWith("\uFEFF") ? new TextEncoding(text.substring(1), decoded.name) : decoded;
  }

  private static TextEncoding find(byte[] bytes) throws SheetException {
    if (marked(bytes, 0xFF, 0xFE) || zeroAt(bytes, 1)) {
      return strictly(bytes, 0, StandardCharsets.UTF_16LE, "UTF-16");
    }
    if (marked(bytes, 0xFE, 0xFF) || zeroAt(bytes, 0)) {
      return strictly(bytes, 0, StandardCharsets.UTF_16BE, "UTF-16");
    }
    String refusal = FileSignature.refusal(bytes, bytes.length);
    if (refusal != null) {
      throw new SheetException("it must be " + refusal);
    }
    String utf8 = decoded(bytes, 0, StandardCharsets.UTF_8);
    if (utf8 != null) {
      return new TextEncoding(utf8, "UTF-8");
    }
    if (FileSignature.markLength(bytes, bytes.length) > 0) {
      throw new SheetException("it says that it is UTF-8, and is not; save it again");
    }
    return strictly(bytes, 0, WINDOWS, "Windows-1252");
  }

  private static TextEncoding strictly(byte[] bytes, int from, Charset charset, String name)
      throws SheetException {
    String text = decoded(bytes, from, charset);
    if (text == null) {
      throw new SheetException(
          "it is not %s text; save it as UTF-8, or name its encoding with --encoding"
              .formatted(name));
    }
    return new TextEncoding(text, name);
  }

  private static @Nullable String decoded(byte[] bytes, int from, Charset charset) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
          .toString();
    } catch (CharacterCodingException invalid) {
      return null;
    }
  }

  private static boolean marked(byte[] bytes, int first, int second) {
    return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }

  /** A heading begins with a letter below U+0100, which has one zero byte in UTF-16. */
  private static boolean zeroAt(byte[] bytes, int index) {
    return bytes.length >= 4 && bytes[index] == 0 && bytes[index + 2] == 0 && bytes[1 - index] != 0;
  }
}
