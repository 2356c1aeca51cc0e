package dev.tuneornot.schemas.convert;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Passes UTF-8 text on, without its byte order mark, as far as it is valid: what is wrong is thrown
 * as a {@link NotPlainTextException} once everything before it has been read. Whoever says where
 * records start has them limited to {@link RecordLimits#BYTES}.
 */
public final class PlainTextStream extends InputStream {

  /** The bound of what is no text. */
  public static final String TEXT_BOUND = "UTF-8 text, without NUL";

  private final InputStream in;
  private final Utf8Check utf8 = new Utf8Check();
  private byte @Nullable [] head;
  private int headLength;
  private int headRead;
  private long delivered;
  private long limit = Long.MAX_VALUE;
  private @Nullable NotPlainTextException failure;

  /** Reads nothing yet. */
  public PlainTextStream(InputStream in) {
    this.in = in;
  }

  /** Lets the limit of a record's length count from here. */
  public void startRecord() {
    limit = delivered + RecordLimits.BYTES;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (head == null) {
      readHead();
    }
    if (delivered > limit) {
      throw new NotPlainTextException(RecordLimits.BYTES_BOUND);
    }
    int count = failure == null ? readRaw(bytes, offset, length) : 0;
    if (count > 0) {
      count = validPart(bytes, offset, count);
    } else if (count < 0 && !utf8.isComplete()) {
      fail();
    }
    if (failure != null && count <= 0) {
      throw failure;
    }
    delivered += Math.max(count, 0);
    return count;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private void readHead() throws IOException {
    byte[] first = in.readNBytes(FileSignature.LENGTH);
    head = first;
    headLength = first.length;
    headRead = FileSignature.markLength(first, first.length);
    String refusal = FileSignature.refusal(first, first.length);
    if (refusal != null) {
      failure = new NotPlainTextException(refusal);
    }
  }

  private int readRaw(byte[] bytes, int offset, int length) throws IOException {
    if (headRead == headLength || head == null) {
      return in.read(bytes, offset, length);
    }
    int count = Math.min(length, headLength - headRead);
    System.arraycopy(head, headRead, bytes, offset, count);
    headRead += count;
    return count;
  }

  private int validPart(byte[] bytes, int offset, int count) {
    int end = offset + count;
    int valid = utf8.check(bytes, offset, end);
    if (valid < end) {
      fail();
    }
    return valid - offset;
  }

  private void fail() {
    failure = new NotPlainTextException(TEXT_BOUND);
  }
}
