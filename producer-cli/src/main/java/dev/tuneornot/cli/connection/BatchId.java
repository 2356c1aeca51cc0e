package dev.tuneornot.cli.connection;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * What a run of {@code send} puts on each of its records, in a header. The streams app passes the
 * headers of a proposal on to its answer, so the answers to a run are those with its id.
 */
public final class BatchId {

  /** The name of the header; its value is the id as UTF-8 text. */
  public static final String HEADER = "tune-or-not.batch";

  private final String id;
  private final byte[] bytes;

  private BatchId(String id) {
    this.id = id;
    this.bytes = id.getBytes(StandardCharsets.UTF_8);
  }

  /** An id that no other run has. */
  public static BatchId create() {
    return new BatchId(UUID.randomUUID().toString());
  }

  /** Whether a record carries this id. */
  public boolean isOn(Headers headers) {
    Header header = headers.lastHeader(HEADER);
    return header != null && Arrays.equals(header.value(), bytes);
  }

  Header header() {
    return new RecordHeader(HEADER, bytes);
  }

  @Override
  public String toString() {
    return id;
  }
}
