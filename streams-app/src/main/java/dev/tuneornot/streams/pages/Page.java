package dev.tuneornot.streams.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tuneornot.model.ChangeKind;
import dev.tuneornot.model.Decision;
import dev.tuneornot.model.Verdict;
import dev.tuneornot.streams.reference.ReferenceKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * At most 64 proposals whose ids follow one another: a row each, with its outcome, and for each
 * model and portfolio that occurs the rows that depend on it, as a bit mask. Some 160 to 190 bytes
 * a row.
 */
public final class Page {
  /** A mask of rows is a long. */
  public static final int MOST_ROWS = Long.SIZE;

  // A row's outcome, in the order of its cells.
  private static final int DIGEST_HIGH = 0;
  private static final int DIGEST_LOW = 1;
  private static final int VERSION = 2;
  private static final int EVALUATED_AT = 3;
  private static final int VERDICT_SINCE = 4;
  private static final int VALID_UNTIL = 5;
  private static final int MONTHLY_SAVINGS = 6;
  private static final int UPFRONT_COST = 7;
  private static final int NET_BENEFIT = 8;
  private static final int SYMBOLS = 9;
  private static final int DECISION_MONTHLY_COST = 10;
  private static final int SWITCH_SAVINGS = 11;
  private static final long AT_ONCE_MS = 1_000;
  private static final long PAUSE_MS = 60_000;

  private static final int CELLS = 12;

  private static final int NO_OUTCOME = 0;
  private static final int BITS_OF_A_SYMBOL = 8;
  private static final int MASK_OF_A_SYMBOL = (1 << BITS_OF_A_SYMBOL) - 1;
  private static final int ROWS_TO_GROW = 8;

  private static final Decision[] DECISIONS = Decision.values();
  private static final Verdict[] VERDICTS = Verdict.values();

  private final Bytes first;
  private int size;

  /** The ids one behind the other, and where each ends. */
  private byte[] ids = {};

  private int[] ends = {};
  private long[] cells = {};

  /** What rows depend on, and which rows. */
  private ReferenceKey[] keys = {};

  private long[] dependants = {};

  /** The rows whose proposal is not answered yet; their outcome, if any, is of another one. */
  private long unanswered;

  /** No row is to be looked at again before. */
  private long due = Outcome.FOREVER;

  // Kept by Pages: whether the store has a record that begins here, whether that has rows, whether
  // the proposals know better, and whether it is to be written.
  boolean isBoundary;
  boolean hasRecord;
  boolean isMarked;
  boolean isChanged;

  // Likewise: whether the record has exactly these rows, and if so which of them have another
  // outcome by now; and whether the store has outcomes beside the record.
  boolean rowsAreWritten;
  long outcomesSince;
  boolean hasOutcomes;

  /** Kept by ProposalStore: the proposals' bytes, as far as there is room for them. */
  @Nullable PageValues values;

  /**
   * @param first the lowest id that belongs here
   */
  Page(Bytes first) {
    this.first = first;
  }

  /** The lowest id that belongs here, whether it is there or not. */
  public Bytes first() {
    return first;
  }

  public int size() {
    return size;
  }

  boolean isFull() {
    return size == MOST_ROWS;
  }

  /** All rows. */
  public long rows() {
    return size == MOST_ROWS ? -1L : (1L << size) - 1;
  }

  public Bytes id(int row) {
    return Bytes.wrap(Arrays.copyOfRange(ids, start(row), ends[row]));
  }

  private int start(int row) {
    return row == 0 ? 0 : ends[row - 1];
  }

  /** The row of {@code id}; where there is none, -1 less the row that it would be. */
  int find(Bytes id) {
    byte[] wanted = id.get();
    int low = 0;
    int high = size - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order =
          Arrays.compareUnsigned(ids, start(middle), ends[middle], wanted, 0, wanted.length);
      if (order == 0) {
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

  /** The rows behind {@code id}. */
  public long rowsBehind(Bytes id) {
    int row = find(id);
    int next = row >= 0 ? row + 1 : -(row + 1);
    return next >= MOST_ROWS ? 0 : rows() & (-1L << next);
  }

  /** The rows that depend on any key that {@code changed} holds for. */
  public long dependants(Predicate<ReferenceKey> changed) {
    long rows = 0;
    for (int i = 0; i < keys.length; i++) {
      if ((dependants[i] & ~rows) != 0 && changed.test(keys[i])) {
        rows |= dependants[i];
      }
    }
    return rows;
  }

  /** All that rows depend on. */
  ReferenceKey[] keys() {
    return keys;
  }

  /** The rows that depend on the key at {@code index} of {@link #keys()}. */
  long dependants(int index) {
    return dependants[index];
  }

  int bytesOfIds() {
    return ids.length;
  }

  /** Takes another object for an equal key. */
  void share(int index, ReferenceKey key) {
    keys[index] = key;
  }

  /** Says at once what all rows depend on. */
  void dependOn(ReferenceKey[] all, long[] rows) {
    keys = all;
    dependants = rows;
  }

  /** Whether a row depends on {@code key}. */
  public boolean dependsOn(int row, ReferenceKey key) {
    for (int i = 0; i < keys.length; i++) {
      if (keys[i].equals(key)) {
        return (dependants[i] & 1L << row) != 0;
      }
    }
    return false;
  }

  /** The portfolio of a row's proposal. */
  public String portfolio(int row) {
    for (int i = 0; i < keys.length; i++) {
      if (keys[i].kind() == ChangeKind.POLICY && (dependants[i] & 1L << row) != 0) {
        return keys[i].key();
      }
    }
    throw new IllegalStateException("No portfolio of " + new String(id(row).get(), UTF_8));
  }

  /** Which version of its proposal a row is of. */
  public long version(int row) {
    return cells[row * CELLS + VERSION];
  }

  /** The outcome of a row; null where its proposal has never been answered. */
  public @Nullable Outcome outcome(int row) {
    int at = row * CELLS;
    int symbols = (int) cells[at + SYMBOLS];
    if (symbols == NO_OUTCOME) {
      return null;
    }
    int previous = symbols >>> (2 * BITS_OF_A_SYMBOL);
    return new Outcome(
        cells[at + DIGEST_HIGH],
        cells[at + DIGEST_LOW],
        DECISIONS[(symbols & MASK_OF_A_SYMBOL) - 1],
        VERDICTS[((symbols >>> BITS_OF_A_SYMBOL) & MASK_OF_A_SYMBOL) - 1],
        previous == 0 ? null : VERDICTS[previous - 1],
        cells[at + EVALUATED_AT],
        cells[at + VERDICT_SINCE],
        cells[at + VALID_UNTIL],
        Double.longBitsToDouble(cells[at + MONTHLY_SAVINGS]),
        Double.longBitsToDouble(cells[at + UPFRONT_COST]),
        Double.longBitsToDouble(cells[at + NET_BENEFIT]),
        Double.longBitsToDouble(cells[at + DECISION_MONTHLY_COST]),
        Double.longBitsToDouble(cells[at + SWITCH_SAVINGS]));
  }

  public boolean isAnswered(int row) {
    return (unanswered & 1L << row) == 0;
  }

  /** The rows that are to be looked at again by {@code now}. */
  public long rowsDue(long now) {
    if (due > now) {
      return 0;
    }
    long rows = 0;
    long next = Outcome.FOREVER;
    for (int row = 0; row < size; row++) {
      long instant = due(row);
      next = Math.min(next, instant);
      if (instant <= now) {
        rows |= 1L << row;
      }
    }
    due = next;
    return rows;
  }

  /** No row is to be looked at again before that; milliseconds since the epoch. */
  long due() {
    return due;
  }

  /**
   * A millisecond after its validUntil: by rounding, the status may flip a millisecond beside it
   * (docs/rules.md section 8). Where that comes at once, a while later: with amounts of which
   * doubles do not tell the last cents apart, it may be the next millisecond again and again.
   */
  private long due(int row) {
    int at = row * CELLS;
    boolean never = cells[at + SYMBOLS] == NO_OUTCOME || cells[at + VALID_UNTIL] == Outcome.FOREVER;
    if (never || !isAnswered(row)) {
      return Outcome.FOREVER;
    }
    boolean atOnce = cells[at + VALID_UNTIL] - cells[at + EVALUATED_AT] < AT_ONCE_MS;
    return atOnce ? cells[at + EVALUATED_AT] + PAUSE_MS : cells[at + VALID_UNTIL] + 1;
  }

  /** Puts the outcome of a row in place of the last. */
  void put(int row, long version, @Nullable Outcome outcome, boolean answered) {
    int at = row * CELLS;
    Arrays.fill(cells, at, at + CELLS, 0);
    cells[at + VERSION] = version;
    unanswered = answered ? unanswered & ~(1L << row) : unanswered | 1L << row;
    if (outcome == null) {
      return;
    }
    Verdict previous = outcome.previousVerdict();
    cells[at + DIGEST_HIGH] = outcome.digestHigh();
    cells[at + DIGEST_LOW] = outcome.digestLow();
    cells[at + EVALUATED_AT] = outcome.evaluatedAt();
    cells[at + VERDICT_SINCE] = outcome.verdictSince();
    cells[at + VALID_UNTIL] = outcome.validUntil();
    cells[at + MONTHLY_SAVINGS] = Double.doubleToRawLongBits(outcome.monthlySavings());
    cells[at + UPFRONT_COST] = Double.doubleToRawLongBits(outcome.upfrontCost());
    cells[at + NET_BENEFIT] = Double.doubleToRawLongBits(outcome.netBenefit());
    cells[at + DECISION_MONTHLY_COST] = Double.doubleToRawLongBits(outcome.decisionMonthlyCost());
    cells[at + SWITCH_SAVINGS] = Double.doubleToRawLongBits(outcome.switchSavings());
    cells[at + SYMBOLS] = symbols(outcome.decision(), outcome.verdict(), previous);
    due = Math.min(due, due(row));
  }

  // In memory only; what is stored has the names.
  @SuppressWarnings("EnumOrdinal")
  private static int symbols(Decision decision, Verdict verdict, @Nullable Verdict previous) {
    int last = previous == null ? 0 : previous.ordinal() + 1;
    return (last << BITS_OF_A_SYMBOL | verdict.ordinal() + 1) << BITS_OF_A_SYMBOL
        | decision.ordinal() + 1;
  }

  /** Adds a row without dependencies and without an outcome; those behind it move up by one. */
  void insert(int row, Bytes id) {
    byte[] added = id.get();
    int at = start(row);
    int length = size == 0 ? 0 : ends[size - 1];
    byte[] moreIds = new byte[length + added.length];
    System.arraycopy(ids, 0, moreIds, 0, at);
    System.arraycopy(added, 0, moreIds, at, added.length);
    System.arraycopy(ids, at, moreIds, at + added.length, length - at);
    ids = moreIds;
    if (size == ends.length) {
      int room = Math.min(size + ROWS_TO_GROW, MOST_ROWS);
      ends = Arrays.copyOf(ends, room);
      cells = Arrays.copyOf(cells, room * CELLS);
    }
    for (int i = size; i > row; i--) {
      ends[i] = ends[i - 1] + added.length;
    }
    ends[row] = at + added.length;
    System.arraycopy(cells, row * CELLS, cells, (row + 1) * CELLS, (size - row) * CELLS);
    Arrays.fill(cells, row * CELLS, (row + 1) * CELLS, 0);
    unanswered = withBit(unanswered, row);
    for (int i = 0; i < keys.length; i++) {
      dependants[i] = withBit(dependants[i], row);
    }
    size++;
  }

  /** Takes a row out, which depends on nothing any more; those behind it move down by one. */
  void remove(int row) {
    int at = start(row);
    int removed = ends[row] - at;
    byte[] fewerIds = new byte[ends[size - 1] - removed];
    System.arraycopy(ids, 0, fewerIds, 0, at);
    System.arraycopy(ids, at + removed, fewerIds, at, fewerIds.length - at);
    ids = fewerIds;
    for (int i = row; i < size - 1; i++) {
      ends[i] = ends[i + 1] - removed;
    }
    System.arraycopy(cells, (row + 1) * CELLS, cells, row * CELLS, (size - row - 1) * CELLS);
    unanswered = withoutBit(unanswered, row);
    for (int i = 0; i < keys.length; i++) {
      dependants[i] = withoutBit(dependants[i], row);
    }
    size--;
  }

  private static long withBit(long mask, int row) {
    long below = mask & ((1L << row) - 1);
    return (mask ^ below) << 1 | below;
  }

  private static long withoutBit(long mask, int row) {
    long low = (1L << row) - 1;
    return (mask & low) | ((mask >>> 1) & ~low);
  }

  /** Notes that a row depends on {@code key}. */
  void depend(int row, ReferenceKey key) {
    int i = 0;
    while (i < keys.length && !keys[i].equals(key)) {
      i++;
    }
    if (i == keys.length) {
      keys = Arrays.copyOf(keys, i + 1);
      dependants = Arrays.copyOf(dependants, i + 1);
      keys[i] = key;
    }
    dependants[i] |= 1L << row;
  }

  /** What a row depends on. */
  public List<ReferenceKey> dependencies(int row) {
    List<ReferenceKey> found = new ArrayList<>(keys.length);
    for (int i = 0; i < keys.length; i++) {
      if ((dependants[i] & 1L << row) != 0) {
        found.add(keys[i]);
      }
    }
    return found;
  }

  /** Makes a row depend on nothing. */
  void dependOnNothing(int row) {
    int left = 0;
    for (int i = 0; i < keys.length; i++) {
      long rest = dependants[i] & ~(1L << row);
      if (rest != 0) {
        keys[left] = keys[i];
        dependants[left++] = rest;
      }
    }
    if (left < keys.length) {
      keys = Arrays.copyOf(keys, left);
      dependants = Arrays.copyOf(dependants, left);
    }
  }

  /** Appends a row of another page, whose ids are all higher or all lower than here. */
  void append(Page other, int row) {
    int to = size;
    insert(to, other.id(row));
    System.arraycopy(other.cells, row * CELLS, cells, to * CELLS, CELLS);
    if (!other.isAnswered(row)) {
      unanswered |= 1L << to;
    }
    for (ReferenceKey key : other.dependencies(row)) {
      depend(to, key);
    }
    due = Math.min(due, due(to));
  }

  /** The rows from {@code row} on, as a page of their own; they are not here any more then. */
  Page split(int row) {
    Page upper = new Page(id(row));
    for (int i = row; i < size; i++) {
      upper.append(this, i);
    }
    for (int i = size - 1; i >= row; i--) {
      dependOnNothing(i);
      remove(i);
    }
    return upper;
  }
}
