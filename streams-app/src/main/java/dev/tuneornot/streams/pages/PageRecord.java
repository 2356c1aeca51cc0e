package dev.tuneornot.streams.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tuneornot.model.Decision;
import dev.tuneornot.model.Verdict;
import dev.tuneornot.streams.reference.ReferenceKey;
import dev.tuneornot.streams.reference.StoredBytes;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of a page. By hand, as the rows are in arrays and not in objects of their own.
 *
 * <pre>
 * page    = format (1 byte), names, keys, the length of what all ids begin with and that, rows
 * names   = number, then the name of each decision and verdict that occurs
 * keys    = number, then of each: what is depended on as text, the rows as a mask (8 bytes)
 * row     = the rest of the id, version, outcome
 * outcome = flags (1 byte), then unless there is none: digest (16 bytes), the numbers of the names
 *           of decision, verdict and previous verdict (1 byte each, the last where there is one),
 *           evaluatedAt and verdictSince (8 bytes each), validUntil (8) where it ends, the three
 *           amounts (8 each) where one is not 0, the two
 *           costs (8 each) where one is not 0
 * </pre>
 *
 * <p>The outcomes of some rows are written as their format, names, the rows as a mask, and an
 * outcome for each.
 *
 * <p>Numbers and lengths take 4 bytes, a version 8; texts are UTF-8 behind their length.
 */
final class PageRecord {
  private static final byte FORMAT = 1;

  // Flags of an outcome.
  private static final byte EXISTS = 1;
  private static final byte HAS_PREVIOUS = 2;
  private static final byte ENDS = 4;
  private static final byte HAS_AMOUNTS = 8;
  private static final byte HAS_COSTS = 16;

  private static final int MOST_BYTES_OF_OUTCOME = 96;
  private static final int MOST_NAMES = Decision.values().length + Verdict.values().length;
  private static final int MOST_BYTES_OF_NAMES = MOST_NAMES * 32;

  private PageRecord() {}

  /** A page whose rows are all answered. */
  static byte[] of(Page page) {
    byte[] prefix = commonPrefix(page);
    ReferenceKey[] keys = page.keys();
    byte[][] keyTexts = new byte[keys.length][];
    int most = 1 + MOST_BYTES_OF_NAMES + 4 * Integer.BYTES + prefix.length;
    for (int i = 0; i < keys.length; i++) {
      keyTexts[i] = keys[i].toBytes().get();
      most += keyTexts[i].length + Integer.BYTES + Long.BYTES;
    }
    most += page.bytesOfIds() + page.size() * (Integer.BYTES + Long.BYTES + MOST_BYTES_OF_OUTCOME);

    ByteBuffer buffer = ByteBuffer.allocate(most).put(FORMAT);
    Outcome[] outcomes = new Outcome[page.size()];
    for (int row = 0; row < outcomes.length; row++) {
      outcomes[row] = page.outcome(row);
    }
    List<String> names = names(outcomes);
    put(buffer, names);
    buffer.putInt(keys.length);
    for (int i = 0; i < keys.length; i++) {
      put(buffer, keyTexts[i]);
      buffer.putLong(page.dependants(i));
    }
    put(buffer, prefix);
    buffer.putInt(outcomes.length);
    for (int row = 0; row < outcomes.length; row++) {
      byte[] id = page.id(row).get();
      buffer.putInt(id.length - prefix.length);
      buffer.put(id, prefix.length, id.length - prefix.length);
      buffer.putLong(page.version(row));
      put(buffer, outcomes[row], names);
    }
    return Arrays.copyOf(buffer.array(), buffer.position());
  }

  /**
   * @param first the lowest id that belongs to the page
   */
  static Page read(Bytes first, byte[] bytes) {
    return StoredBytes.read("Stored page " + first, bytes, buffer -> read(first, buffer));
  }

  private static Page read(Bytes first, ByteBuffer buffer) {
    StoredBytes.checkFormat(buffer, FORMAT);
    String[] names = names(buffer);
    int keyCount = StoredBytes.count(buffer);
    ReferenceKey[] keys = new ReferenceKey[keyCount];
    long[] dependants = new long[keyCount];
    for (int i = 0; i < keyCount; i++) {
      keys[i] = ReferenceKey.fromBytes(text(buffer));
      dependants[i] = buffer.getLong();
    }
    byte[] prefix = text(buffer);
    int rows = StoredBytes.count(buffer);
    if (rows > Page.MOST_ROWS) {
      throw new IllegalStateException("Stored page of " + rows + " rows");
    }
    Page page = new Page(first);
    for (int row = 0; row < rows; row++) {
      byte[] rest = text(buffer);
      byte[] id = Arrays.copyOf(prefix, prefix.length + rest.length);
      System.arraycopy(rest, 0, id, prefix.length, rest.length);
      page.insert(row, Bytes.wrap(id));
      long version = buffer.getLong();
      page.put(row, version, outcome(buffer, names), true);
    }
    page.dependOn(keys, dependants);
    return page;
  }

  /** The outcomes of the rows of a mask. */
  static byte[] ofOutcomes(Page page, long rows) {
    Outcome[] outcomes = new Outcome[Long.bitCount(rows)];
    int count = 0;
    for (long left = rows; left != 0; left &= left - 1) {
      outcomes[count++] = page.outcome(Long.numberOfTrailingZeros(left));
    }
    List<String> names = names(outcomes);
    ByteBuffer buffer =
        ByteBuffer.allocate(
                1
                    + Integer.BYTES
                    + MOST_BYTES_OF_NAMES
                    + Long.BYTES
                    + count * MOST_BYTES_OF_OUTCOME)
            .put(FORMAT);
    put(buffer, names);
    buffer.putLong(rows);
    for (Outcome outcome : outcomes) {
      put(buffer, outcome, names);
    }
    return Arrays.copyOf(buffer.array(), buffer.position());
  }

  /**
   * Puts outcomes into the rows that they are of.
   *
   * @return the rows
   */
  static long readOutcomes(Page page, byte[] bytes) {
    return StoredBytes.read(
        "Stored outcomes of page " + page.first(),
        bytes,
        buffer -> {
          StoredBytes.checkFormat(buffer, FORMAT);
          String[] names = names(buffer);
          long rows = buffer.getLong();
          if ((rows & ~page.rows()) != 0) {
            throw new IllegalStateException("outcomes of rows that the page has not");
          }
          for (long left = rows; left != 0; left &= left - 1) {
            int row = Long.numberOfTrailingZeros(left);
            page.put(row, page.version(row), outcome(buffer, names), true);
          }
          return rows;
        });
  }

  /** An outcome by itself: its names, and it. */
  static byte[] ofOutcome(Outcome outcome) {
    List<String> names = names(outcome);
    ByteBuffer buffer =
        ByteBuffer.allocate(1 + Integer.BYTES + MOST_BYTES_OF_NAMES + MOST_BYTES_OF_OUTCOME)
            .put(FORMAT);
    put(buffer, names);
    put(buffer, outcome, names);
    return Arrays.copyOf(buffer.array(), buffer.position());
  }

  static @Nullable Outcome outcome(byte[] bytes, int start, int length) {
    return StoredBytes.read(
        "Stored outcome",
        ByteBuffer.wrap(bytes, start, length),
        buffer -> {
          StoredBytes.checkFormat(buffer, FORMAT);
          return outcome(buffer, names(buffer));
        });
  }

  private static List<String> names(@Nullable Outcome... outcomes) {
    List<String> names = new ArrayList<>(4);
    for (Outcome outcome : outcomes) {
      if (outcome != null) {
        add(names, outcome.decision());
        add(names, outcome.verdict());
        if (outcome.previousVerdict() != null) {
          add(names, outcome.previousVerdict());
        }
      }
    }
    return names;
  }

  private static void add(List<String> names, Enum<?> symbol) {
    if (!names.contains(symbol.name())) {
      names.add(symbol.name());
    }
  }

  private static void put(ByteBuffer buffer, List<String> names) {
    buffer.putInt(names.size());
    names.forEach(name -> put(buffer, name.getBytes(UTF_8)));
  }

  private static String[] names(ByteBuffer buffer) {
    String[] names = new String[StoredBytes.count(buffer)];
    for (int i = 0; i < names.length; i++) {
      names[i] = new String(text(buffer), UTF_8);
    }
    return names;
  }

  private static void put(ByteBuffer buffer, byte[] text) {
    buffer.putInt(text.length);
    buffer.put(text);
  }

  private static byte[] text(ByteBuffer buffer) {
    byte[] text = new byte[StoredBytes.count(buffer)];
    buffer.get(text);
    return text;
  }

  private static void put(ByteBuffer buffer, @Nullable Outcome outcome, List<String> names) {
    if (outcome == null) {
      buffer.put((byte) 0);
      return;
    }
    boolean ends = outcome.validUntil() != Outcome.FOREVER;
    boolean hasAmounts =
        isNotZero(outcome.monthlySavings())
            || isNotZero(outcome.upfrontCost())
            || isNotZero(outcome.netBenefit());
    boolean hasCosts =
        isNotZero(outcome.decisionMonthlyCost()) || isNotZero(outcome.switchSavings());
    Verdict previous = outcome.previousVerdict();
    buffer.put(
        (byte)
            (EXISTS
                | (previous == null ? 0 : HAS_PREVIOUS)
                | (ends ? ENDS : 0)
                | (hasAmounts ? HAS_AMOUNTS : 0)
                | (hasCosts ? HAS_COSTS : 0)));
    buffer.putLong(outcome.digestHigh()).putLong(outcome.digestLow());
    buffer.put((byte) names.indexOf(outcome.decision().name()));
    buffer.put((byte) names.indexOf(outcome.verdict().name()));
    if (previous != null) {
      buffer.put((byte) names.indexOf(previous.name()));
    }
    buffer.putLong(outcome.evaluatedAt()).putLong(outcome.verdictSince());
    if (ends) {
      buffer.putLong(outcome.validUntil());
    }
    if (hasAmounts) {
      buffer
          .putDouble(outcome.monthlySavings())
          .putDouble(outcome.upfrontCost())
          .putDouble(outcome.netBenefit());
    }
    if (hasCosts) {
      buffer.putDouble(outcome.decisionMonthlyCost()).putDouble(outcome.switchSavings());
    }
  }

  private static boolean isNotZero(double amount) {
    return Double.doubleToRawLongBits(amount) != 0;
  }

  private static @Nullable Outcome outcome(ByteBuffer buffer, String[] names) {
    byte flags = buffer.get();
    if ((flags & EXISTS) == 0) {
      return null;
    }
    long digestHigh = buffer.getLong();
    long digestLow = buffer.getLong();
    Decision decision = Decision.valueOf(names[buffer.get()]);
    Verdict verdict = Verdict.valueOf(names[buffer.get()]);
    Verdict previous = (flags & HAS_PREVIOUS) == 0 ? null : Verdict.valueOf(names[buffer.get()]);
    long evaluatedAt = buffer.getLong();
    long verdictSince = buffer.getLong();
    long validUntil = (flags & ENDS) == 0 ? Outcome.FOREVER : buffer.getLong();
    boolean hasAmounts = (flags & HAS_AMOUNTS) != 0;
    boolean hasCosts = (flags & HAS_COSTS) != 0;
    return new Outcome(
        digestHigh,
        digestLow,
        decision,
        verdict,
        previous,
        evaluatedAt,
        verdictSince,
        validUntil,
        hasAmounts ? buffer.getDouble() : 0,
        hasAmounts ? buffer.getDouble() : 0,
        hasAmounts ? buffer.getDouble() : 0,
        hasCosts ? buffer.getDouble() : 0,
        hasCosts ? buffer.getDouble() : 0);
  }

  /** As the ids are in order, the first and the last have in common what all have. */
  private static byte[] commonPrefix(Page page) {
    if (page.size() == 0) {
      return new byte[0];
    }
    byte[] first = page.id(0).get();
    byte[] last = page.id(page.size() - 1).get();
    int mismatch = Arrays.mismatch(first, last);
    return mismatch < 0 ? first : Arrays.copyOf(first, mismatch);
  }
}
