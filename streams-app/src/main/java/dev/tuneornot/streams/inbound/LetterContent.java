package dev.tuneornot.streams.inbound;

import java.util.Arrays;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * What a dead letter carries of its original: all of it, as far as the dead letters' topic takes
 * it. A dead letter that cannot be written would end the task, be refused again, and so on.
 *
 * @param cut what is missing, for a person; null where nothing is
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes as they are; nobody compares these records.
record LetterContent(
    byte @Nullable [] key, byte @Nullable [] value, Headers headers, @Nullable String cut) {

  /** What the topic takes (2 MiB) without our own headers. */
  private static final int MOST_BYTES = 2 * 1024 * 1024 - 64 * 1024;

  private static final int MOST_HEADER_BYTES = MOST_BYTES / 4;

  static LetterContent of(InboundRecord record) {
    byte[] key = record.key() == null ? null : record.key().get();
    byte[] value = record.value();
    if (SizeLimits.bytes(record) <= MOST_BYTES) {
      return new LetterContent(key, value, new RecordHeaders(record.headers()), null);
    }
    boolean keepsHeaders = SizeLimits.bytes(record.headers()) <= MOST_HEADER_BYTES;
    Headers headers = keepsHeaders ? new RecordHeaders(record.headers()) : new RecordHeaders();
    byte[] shortKey = shortened(key, SizeLimits.KEY_BYTES);
    long left = MOST_BYTES - SizeLimits.bytes(headers) - SizeLimits.length(shortKey);
    byte[] shortValue = shortened(value, (int) left);
    return new LetterContent(shortKey, shortValue, headers, description(record, keepsHeaders));
  }

  private static byte @Nullable [] shortened(byte @Nullable [] bytes, int most) {
    return bytes == null || bytes.length <= most ? bytes : Arrays.copyOf(bytes, most);
  }

  private static String description(InboundRecord record, boolean keepsHeaders) {
    return "cut to fit; the original at "
        + record
        + " has a key of "
        + SizeLimits.length(record.key() == null ? null : record.key().get())
        + " bytes, a value of "
        + SizeLimits.length(record.value())
        + " and headers of "
        + SizeLimits.bytes(record.headers())
        + (keepsHeaders ? "" : ", which are left out");
  }
}
