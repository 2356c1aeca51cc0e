package dev.tuneornot.schemas.convert;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Recognises files that are no plain text by their first bytes. */
public final class FileSignature {

  /** As many first bytes are looked at. */
  public static final int LENGTH = 6;

  /** The byte order mark of UTF-8. */
  public static final byte[] UTF8_MARK = HexFormat.of().parseHex("efbbbf");

  private static final Map<String, String> NAMES = new LinkedHashMap<>();

  static {
    NAMES.put("1f8b", "gzip data");
    NAMES.put("504b0304", "a ZIP archive or a spreadsheet");
    NAMES.put("28b52ffd", "zstd data");
    NAMES.put("425a68", "bzip2 data");
    NAMES.put("fd377a585a00", "xz data");
    NAMES.put("4f626a01", "an Avro file");
    NAMES.put("50415231", "a Parquet file");
    NAMES.put("feff", "UTF-16");
    NAMES.put("fffe", "UTF-16 or UTF-32");
    NAMES.put("0000feff", "UTF-32");
  }

  private FileSignature() {}

  /**
   * What must be, in words that follow "must be", if the first bytes of a file are none of plain
   * UTF-8 text; null if they may be.
   */
  public static @Nullable String refusal(byte[] bytes, int length) {
    int known = Math.min(length, LENGTH);
    String start = HexFormat.of().formatHex(bytes, 0, known);
    for (Map.Entry<String, String> signature : NAMES.entrySet()) {
      if (start.startsWith(signature.getKey())) {
        return "plain UTF-8 text; this is " + signature.getValue();
      }
    }
    // Text begins with ASCII in every format of ours, and that has a zero byte in UTF-16.
    boolean wide = known >= 2 && (bytes[0] == 0) != (bytes[1] == 0);
    return wide ? "plain UTF-8 text; this is UTF-16 or UTF-32" : null;
  }

  /** How many bytes at the start of a file are UTF-8's byte order mark: three or none. */
  public static int markLength(byte[] bytes, int length) {
    boolean marked =
        length >= UTF8_MARK.length
            && Arrays.equals(bytes, 0, UTF8_MARK.length, UTF8_MARK, 0, UTF8_MARK.length);
    return marked ? UTF8_MARK.length : 0;
  }
}
