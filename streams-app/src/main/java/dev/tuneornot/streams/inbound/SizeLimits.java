package dev.tuneornot.streams.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * How large a record may be once it is unpacked. A topic limits batches as they are compressed, so
 * far larger records come in; what is stored, answered or wrapped on the way would then fit no
 * topic of ours, and a record that cannot be written ends the task again and again.
 */
final class SizeLimits {
  /** As much as an input topic takes uncompressed. */
  static final int RECORD_BYTES = 1024 * 1024;

  /** Keys become parts of other keys; 200 characters of four bytes are within it. */
  static final int KEY_BYTES = 1024;

  /** Stored with their length in two bytes. */
  static final int HEADER_NAME_BYTES = 1024;

  /** Length, count and framing of a header, wherever it is stored, counted generously. */
  private static final int HEADER_OVERHEAD_BYTES = 10;

  private SizeLimits() {}

  /** What is too large about a record, with the bound; null where nothing is. */
  static @Nullable String problem(InboundRecord record) {
    int key = length(record.key() == null ? null : record.key().get());
    if (key > KEY_BYTES) {
      return "key of " + key + " bytes: must have at most " + KEY_BYTES;
    }
    for (Header header : record.headers()) {
      int name = header.key().getBytes(UTF_8).length;
      if (name > HEADER_NAME_BYTES) {
        return "header name of " + name + " bytes: must have at most " + HEADER_NAME_BYTES;
      }
    }
    long bytes = bytes(record);
    return bytes > RECORD_BYTES
        ? "record of " + bytes + " bytes, uncompressed: must have at most " + RECORD_BYTES
        : null;
  }

  /** Bytes of key, value and headers. */
  static long bytes(InboundRecord record) {
    return (long) length(record.key() == null ? null : record.key().get())
        + length(record.value())
        + bytes(record.headers());
  }

  static long bytes(Headers headers) {
    long bytes = 0;
    for (Header header : headers) {
      bytes += header.key().getBytes(UTF_8).length + length(header.value()) + HEADER_OVERHEAD_BYTES;
    }
    return bytes;
  }

  static int length(byte @Nullable [] bytes) {
    return bytes == null ? 0 : bytes.length;
  }
}
