package dev.tuneornot.streams.score;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.common.utils.internals.ByteUtils;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes of proposals whose ids follow one another, as one entry of a store. What it starts
 * and ends at stays the same whatever is put in and taken out. Mutable.
 */
final class OutcomeBlock {
  private static final byte FORMAT = 2;
  private static final int LONGEST_VARINT = 5;

  private static final class Entry {
    private final Bytes id;
    private int version;

    /** Where it has been put; else it is still bytes. */
    private @Nullable Outcome outcome;

    private byte[] bytes = {};
    private int from;
    private int length;

    private Entry(Bytes id) {
      this.id = id;
    }

    private int mostBytes() {
      return outcome == null ? length : Outcome.MOST_BYTES;
    }
  }

  private final Bytes start;
  private final @Nullable Bytes end;
  private final List<Entry> entries;
  private int reached;
  private boolean changed;

  private OutcomeBlock(Bytes start, @Nullable Bytes end, List<Entry> entries) {
    this.start = start;
    this.end = end;
    this.entries = entries;
  }

  /**
   * @param start the lowest id that belongs here
   * @param end the lowest id that does not any more; null: none
   */
  static OutcomeBlock empty(Bytes start, @Nullable Bytes end) {
    return new OutcomeBlock(start, end, new ArrayList<>());
  }

  /** Likewise, with the entries that {@link #toBytes} wrote. */
  static OutcomeBlock fromBytes(Bytes start, @Nullable Bytes end, byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    byte format = buffer.get();
    if (format != FORMAT) {
      throw new IllegalStateException("Outcomes of unknown format " + format);
    }
    byte[] prefix = new byte[Lengths.read(buffer)];
    buffer.get(prefix);
    List<Entry> entries = new ArrayList<>();
    while (buffer.hasRemaining()) {
      int rest = Lengths.read(buffer);
      byte[] id = Arrays.copyOf(prefix, prefix.length + rest);
      buffer.get(id, prefix.length, rest);
      Entry entry = new Entry(Bytes.wrap(id));
      entry.version = ByteUtils.readUnsignedVarint(buffer);
      entry.bytes = bytes;
      entry.from = buffer.position();
      Outcome.skip(buffer);
      entry.length = buffer.position() - entry.from;
      entries.add(entry);
    }
    return new OutcomeBlock(start, end, entries);
  }

  Bytes start() {
    return start;
  }

  int size() {
    return entries.size();
  }

  boolean isChanged() {
    return changed;
  }

  /** Whether {@code id} belongs here. */
  boolean covers(Bytes id) {
    return id.compareTo(start) >= 0 && (end == null || id.compareTo(end) < 0);
  }

  /**
   * The outcome of a version of a proposal; null where there is none or that of another version.
   *
   * @param portfolio of the proposal
   */
  @Nullable Outcome find(Bytes id, int version, String portfolio) {
    int position = positionOf(id);
    if (position < 0) {
      return null;
    }
    Entry entry = entries.get(position);
    if (entry.version != version) {
      return null;
    }
    return entry.outcome != null
        ? entry.outcome
        : Outcome.readFrom(ByteBuffer.wrap(entry.bytes, entry.from, entry.length), portfolio);
  }

  /** Puts an outcome in place of what was known of the proposal. */
  void put(Bytes id, int version, Outcome outcome) {
    int position = positionOf(id);
    Entry entry;
    if (position < 0) {
      entry = new Entry(id);
      entries.add(-(position + 1), entry);
    } else {
      entry = entries.get(position);
    }
    entry.version = version;
    entry.outcome = outcome;
    changed = true;
  }

  /** Does nothing where there is none. */
  void remove(Bytes id) {
    int position = positionOf(id);
    if (position >= 0) {
      entries.remove(position);
      changed = true;
    }
  }

  /** Most often asked in order, so the next one is looked at first. */
  private int positionOf(Bytes id) {
    for (int position = reached; position < Math.min(reached + 2, entries.size()); position++) {
      if (entries.get(position).id.equals(id)) {
        reached = position;
        return position;
      }
    }
    int low = 0;
    int high = entries.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = entries.get(middle).id.compareTo(id);
      if (order == 0) {
        reached = middle;
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -(low + 1);
  }

  /**
   * The same in several blocks of nearly the same size, in order.
   *
   * @param parts at most as many as there are entries
   */
  List<OutcomeBlock> split(int parts) {
    List<OutcomeBlock> blocks = new ArrayList<>(parts);
    for (int part = 0; part < parts; part++) {
      int from = cut(part, parts);
      int to = cut(part + 1, parts);
      OutcomeBlock block =
          new OutcomeBlock(
              part == 0 ? start : entries.get(from).id,
              part == parts - 1 ? end : entries.get(to).id,
              new ArrayList<>(entries.subList(from, to)));
      block.changed = true;
      blocks.add(block);
    }
    return blocks;
  }

  private int cut(int part, int parts) {
    return (int) ((long) entries.size() * part / parts);
  }

  /** The entries, which count as unchanged from now on. */
  byte[] toBytes() {
    int prefix = commonPrefix();
    int most = 1 + LONGEST_VARINT + prefix;
    for (Entry entry : entries) {
      most += 2 * LONGEST_VARINT + entry.id.get().length + entry.mostBytes();
    }
    ByteBuffer buffer = ByteBuffer.allocate(most).put(FORMAT);
    ByteUtils.writeUnsignedVarint(prefix, buffer);
    if (prefix > 0) {
      buffer.put(entries.get(0).id.get(), 0, prefix);
    }
    for (Entry entry : entries) {
      byte[] id = entry.id.get();
      ByteUtils.writeUnsignedVarint(id.length - prefix, buffer);
      buffer.put(id, prefix, id.length - prefix);
      ByteUtils.writeUnsignedVarint(entry.version, buffer);
      if (entry.outcome == null) {
        buffer.put(entry.bytes, entry.from, entry.length);
      } else {
        entry.outcome.writeTo(buffer);
      }
    }
    changed = false;
    return Arrays.copyOf(buffer.array(), buffer.position());
  }

  /** As the ids are in order, the first and the last have in common what all have. */
  private int commonPrefix() {
    if (entries.isEmpty()) {
      return 0;
    }
    byte[] first = entries.get(0).id.get();
    byte[] last = entries.get(entries.size() - 1).id.get();
    int mismatch = Arrays.mismatch(first, last);
    return mismatch < 0 ? first.length : mismatch;
  }
}
