package dev.tuneornot.streams.score;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Proposals that are stored but not answered yet: under the id of each the headers that its answer
 * takes along, each as its name (in Java's modified UTF-8 behind its length), the length of its
 * value (4 bytes, -1: none), and the value.
 */
final class Backlog {
  private static final int READ_AT_ONCE = 64;

  private final KeyValueStore<Bytes, byte[]> store;
  private final Deque<Bytes> read = new ArrayDeque<>();
  private boolean mayHaveMore;
  private @Nullable Bytes reached;

  Backlog(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  /** Finds out whether anything waits. */
  void load() {
    readOn();
    mayHaveMore = !read.isEmpty();
  }

  /** Whether nothing waits; certain only when {@link #next} has found nothing. */
  boolean isEmpty() {
    return !mayHaveMore;
  }

  boolean contains(Bytes id) {
    return mayHaveMore && store.get(id) != null;
  }

  /**
   * The headers of an unanswered proposal, which leaves the backlog; null where it is not in it.
   */
  @Nullable Headers take(Bytes id) {
    byte[] headers = mayHaveMore ? store.delete(id) : null;
    return headers == null ? null : headers(headers);
  }

  /**
   * A proposal that may wait still; null where none does. Each call goes on where the last one
   * ended: the store has to pass by every proposal that has been taken out before it comes to one
   * that is left.
   */
  @Nullable Bytes next() {
    if (read.isEmpty() && mayHaveMore) {
      boolean isFromStart = reached == null;
      readOn();
      if (read.isEmpty() && !isFromStart) {
        reached = null;
        readOn();
      }
      mayHaveMore = !read.isEmpty();
    }
    return read.poll();
  }

  private void readOn() {
    try (KeyValueIterator<Bytes, byte[]> entries =
        reached == null ? store.all() : store.range(reached, null)) {
      while (entries.hasNext() && read.size() < READ_AT_ONCE) {
        Bytes id = entries.next().key;
        // Where the last call ended may still wait.
        if (!id.equals(reached)) {
          reached = id;
          read.add(id);
        }
      }
    }
  }

  /** Adds a proposal that is not in it. */
  void add(Bytes id, Headers headers) {
    store.put(id, bytes(headers));
    mayHaveMore = true;
  }

  static byte[] bytes(Headers headers) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      for (Header header : headers) {
        out.writeUTF(header.key());
        out.writeInt(header.value() == null ? -1 : header.value().length);
        if (header.value() != null) {
          out.write(header.value());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static Headers headers(byte[] bytes) {
    Headers headers = new RecordHeaders();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      while (in.available() > 0) {
        String name = in.readUTF();
        int length = in.readInt();
        headers.add(name, length < 0 ? null : in.readNBytes(length));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return headers;
  }
}
