package dev.tuneornot.streams.score;

import dev.tuneornot.streams.pass.SliceBudget;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Proposals that are stored but not answered yet, with the headers that the answer takes along. */
final class Backlog {
  private final KeyValueStore<Bytes, byte[]> store;
  private long size;
  private @Nullable Bytes reached;

  Backlog(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
    try (KeyValueIterator<Bytes, byte[]> entries = store.all()) {
      entries.forEachRemaining(entry -> size++);
    }
  }

  boolean isEmpty() {
    return size == 0;
  }

  /**
   * The headers of an unanswered proposal, which leaves the backlog; null where it is not in it.
   */
  @Nullable Headers take(Bytes id) {
    if (isEmpty()) {
      return null;
    }
    byte[] headers = store.delete(id);
    if (headers == null) {
      return null;
    }
    size--;
    return headers(headers);
  }

  /**
   * Hands unanswered proposals to {@code visitor}, which takes them, while {@code slice} allows;
   * one at least. Goes on where the last call ended: the store has to pass by every proposal that
   * has been taken out before it comes to one that is left, which can take longer than a slice.
   */
  void work(SliceBudget.Slice slice, Consumer<Bytes> visitor) {
    if (isEmpty()) {
      return;
    }
    try (KeyValueIterator<Bytes, byte[]> entries =
        reached == null ? store.all() : store.range(reached, null)) {
      while (entries.hasNext()) {
        reached = entries.next().key;
        visitor.accept(reached);
        if (!slice.allowsAnotherRow()) {
          return;
        }
      }
    }
    reached = null;
  }

  /** Adds a proposal that is not in it. */
  void add(Bytes id, Headers headers) {
    store.put(id, bytes(headers));
    size++;
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
