package dev.tuneornot.streams.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.model.ChangeKind;
import dev.tuneornot.model.Decision;
import dev.tuneornot.model.Verdict;
import dev.tuneornot.streams.reference.ReferenceKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages against a sorted map, over any operations, restarts and orders of ids. */
class PagesTest {
  private static final int STEPS = 40_000;
  private static final int MODELS = 12;
  private static final int PORTFOLIOS = 5;

  /** Its keys, and the same as they arrived: a proposal of this test is nothing else. */
  private record Row(
      List<ReferenceKey> keys,
      Bytes arrived,
      long version,
      @Nullable Outcome outcome,
      boolean answered) {}

  private final TreeMap<Bytes, Row> rows = new TreeMap<>();
  private final KeyValueStore<Bytes, byte[]> pageStore = store("pages");
  private final KeyValueStore<Bytes, byte[]> proposalStore = store("proposals");
  private final CacheBudget budget = new CacheBudget(200_000);
  private ProposalStore proposals = new ProposalStore(proposalStore, budget);
  private Pages pages = new Pages(pageStore, proposals);
  private long offset;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void shouldKnowWhatASortedMapKnows(long seed) {
    Random random = new Random(seed);
    int ids = 1 << (4 + 2 * random.nextInt(5));
    for (int step = 0; step < STEPS; step++) {
      step(random, ids);
      pages.flush();
      if (step % 5_000 == 0) {
        assertSame();
      }
    }
    loadAll();
    assertSame();
  }

  @Test
  void shouldFillPagesWithIdsThatComeInOrder() {
    loadAll();
    for (int i = 0; i < 1_000; i++) {
      put(id(1_000_000 + i), new Random(i), true);
    }

    assertThat(pages.all()).hasSize((1_000 + Page.MOST_ROWS - 1) / Page.MOST_ROWS);
  }

  @Test
  void shouldReadOnlyMarkedPagesFromTheProposals() {
    loadAll();
    Random random = new Random(7);
    for (int i = 0; i < 1_000; i++) {
      put(id(i), random, true);
    }
    writeAll();
    put(id(500), random, true);
    pages.flush();

    restart();
    List<Bytes> read = new ArrayList<>();
    while (!pages.isLoaded()) {
      pages.load(
          (id, stored) -> {
            read.add(id);
            return keys(stored);
          },
          this::isUnanswered);
    }

    assertThat(read).contains(id(500)).hasSizeLessThanOrEqualTo(Page.MOST_ROWS);
    assertSame();
  }

  @Test
  void shouldWriteOnlyTheOutcomesWhereNothingElseHasChanged() {
    loadAll();
    Random random = new Random(9);
    for (int i = 0; i < Page.MOST_ROWS; i++) {
      put(id(i), random, true);
    }
    writeAll();
    List<String> written = stored();
    Page page = pages.all().iterator().next();

    change(page, 3, random);
    change(page, 5, random);
    pages.flush();
    restart();
    loadAll();

    assertSame();
    assertThat(stored()).hasSize(written.size() + 1).containsAll(written);
    assertThat(stored()).noneMatch(each -> each.startsWith("o") && each.length() > 1_000);

    put(id(4), random, true);
    writeAll();
    restart();
    loadAll();

    assertSame();
    assertThat(stored()).hasSize(written.size()).noneMatch(each -> each.startsWith("o"));
  }

  private void change(Page page, int row, Random random) {
    Bytes id = page.id(row);
    Row known = rows.get(id);
    Outcome outcome = outcome(random);
    pages.putOutcome(page, row, outcome);
    rows.put(id, new Row(known.keys(), known.arrived(), known.version(), outcome, true));
  }

  /** Key and value of each entry, byte for byte. */
  private List<String> stored() {
    List<String> entries = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> all = pageStore.all()) {
      all.forEachRemaining(
          entry -> entries.add(new String(entry.key.get(), UTF_8) + Arrays.toString(entry.value)));
    }
    return entries;
  }

  @Test
  void shouldNotGrowWithProposalsThatAreDeleted() {
    loadAll();
    Random random = new Random(8);
    for (int i = 0; i < 5_000; i++) {
      put(id(i), random, true);
    }
    for (int i = 0; i < 5_000; i++) {
      delete(id(i));
    }
    pages.flush();

    assertThat(pages.all()).hasSize(1);
    assertThat(pages.size()).isZero();
    assertThat(budget.taken()).isZero();
  }

  private void step(Random random, int ids) {
    switch (random.nextInt(40)) {
      case 0 -> restart();
      case 1, 2 -> loadSome();
      case 3 -> loadAll();
      case 4, 5, 6, 7, 8, 9 -> delete(id(random.nextInt(ids)));
      case 10, 11, 12, 13 -> sweep(random);
      case 14 -> tidyUp();
      case 15 -> put(id(ids + (int) offset), random, true);
      case 16 -> put(id(random.nextInt(ids)), random, false);
      case 17 -> {
        int from = random.nextInt(ids);
        for (int i = from; i < from + 60; i++) {
          delete(id(i));
        }
      }
      default -> put(id(random.nextInt(ids)), random, true);
    }
  }

  private void put(Bytes id, Random random, boolean answered) {
    Row before = rows.get(id);
    long version = Math.max(before == null ? 0 : before.version() + 1, offset++);
    Outcome outcome = answered ? outcome(random) : before == null ? null : before.outcome();
    List<ReferenceKey> keys = keys(random);
    byte[] arrived =
        String.join(",", keys.stream().map(ReferenceKey::toString).toList()).getBytes(UTF_8);
    rows.put(id, new Row(keys, Bytes.wrap(arrived), version, outcome, answered));
    pages.put(id, arrived, keys, version, outcome, answered);
  }

  private void delete(Bytes id) {
    rows.remove(id);
    pages.delete(id);
  }

  /** A sweep over what depends on a model, which sees each proposal as it arrived. */
  private void sweep(Random random) {
    if (!pages.isLoaded()) {
      return;
    }
    ReferenceKey changed = model(random.nextInt(MODELS));
    Bytes from = id(random.nextInt(200));
    for (Page page : new ArrayList<>(pages.from(from))) {
      long dependants = page.dependants(changed::equals);
      for (long left = dependants; left != 0; left &= left - 1) {
        int row = Long.numberOfTrailingZeros(left);
        Bytes id = page.id(row);
        Row known = rows.get(id);
        StoredProposal stored = proposals.get(page, row, left);
        // Plain, as it is asked some millions of times.
        if (!Arrays.equals(stored.arrived(), known.arrived().get())) {
          assertThat(keys(stored)).as("%s", id).isEqualTo(known.keys());
        }
        if (known.answered() && random.nextInt(3) == 0) {
          Outcome outcome = outcome(random);
          pages.putOutcome(page, row, outcome);
          rows.put(id, new Row(known.keys(), known.arrived(), known.version(), outcome, true));
        }
      }
    }
  }

  private void tidyUp() {
    if (pages.isLoaded()) {
      pages.writeSome(3);
    }
  }

  private void writeAll() {
    while (pages.hasUnwritten()) {
      pages.writeSome(7);
    }
  }

  private void restart() {
    pages.flush();
    pages.close();
    assertThat(budget.taken()).isZero();
    proposals = new ProposalStore(proposalStore, budget);
    pages = new Pages(pageStore, proposals);
  }

  private void loadSome() {
    pages.load((id, stored) -> keys(stored), this::isUnanswered);
  }

  private void loadAll() {
    while (!pages.isLoaded()) {
      loadSome();
    }
  }

  private boolean isUnanswered(Bytes id) {
    return !rows.get(id).answered();
  }

  private void assertSame() {
    rows.forEach((id, row) -> assertSame(id, row));
    assertThat(pages.find(id(-1))).isNull();
    if (!pages.isLoaded()) {
      return;
    }
    assertThat(pages.size()).isEqualTo(rows.size());
    List<Bytes> ids = new ArrayList<>();
    Bytes first = null;
    for (Page page : pages.all()) {
      assertThat(first == null || first.compareTo(page.first()) < 0).isTrue();
      first = page.first();
      for (int row = 0; row < page.size(); row++) {
        ids.add(page.id(row));
        assertThat(page.id(row)).isGreaterThanOrEqualTo(first);
      }
    }
    assertThat(ids).isEqualTo(new ArrayList<>(rows.keySet()));
    for (int i = 0; i < MODELS; i++) {
      assertDependants(model(i));
    }
    for (int i = 0; i < PORTFOLIOS; i++) {
      assertDependants(portfolio(i));
    }
    assertDue(500);
  }

  private void assertSame(Bytes id, Row row) {
    Pages.Known known = pages.find(id);
    assertThat(known).as("%s", id).isNotNull();
    assertThat(known.version()).isEqualTo(row.version());
    assertThat(known.outcome()).as("%s", id).isEqualTo(row.outcome());
    if (pages.isLoaded(id)) {
      assertThat(known.isAnswered()).isEqualTo(row.answered());
      assertThat(portfolioKey(row)).isEqualTo(known.portfolio());
    }
  }

  private static String portfolioKey(Row row) {
    return row.keys().get(row.keys().size() - 1).key();
  }

  private void assertDependants(ReferenceKey key) {
    TreeSet<Bytes> expected = new TreeSet<>();
    rows.forEach(
        (id, row) -> {
          if (row.keys().contains(key)) {
            expected.add(id);
          }
        });
    TreeSet<Bytes> found = new TreeSet<>();
    for (Page page : pages.all()) {
      for (long left = page.dependants(key::equals); left != 0; left &= left - 1) {
        found.add(page.id(Long.numberOfTrailingZeros(left)));
      }
    }
    assertThat(found).isEqualTo(expected);
    assertThat(pages.dependants(key)).isEqualTo(expected.size());
  }

  private void assertDue(long now) {
    TreeSet<Bytes> expected = new TreeSet<>();
    rows.forEach(
        (id, row) -> {
          Outcome outcome = row.outcome();
          if (row.answered() && outcome != null && due(outcome) <= now) {
            expected.add(id);
          }
        });
    if (!expected.isEmpty()) {
      assertThat(pages.nextDue()).isLessThanOrEqualTo(now);
    }
    TreeSet<Bytes> found = new TreeSet<>();
    for (Page page : pages.all()) {
      for (long left = page.rowsDue(now); left != 0; left &= left - 1) {
        found.add(page.id(Long.numberOfTrailingZeros(left)));
      }
    }
    assertThat(found).isEqualTo(expected);
  }

  /** A millisecond after it ends; a minute after the evaluation where it ends within a second. */
  private static long due(Outcome outcome) {
    if (outcome.validUntil() == Outcome.FOREVER) {
      return Outcome.FOREVER;
    }
    return outcome.validUntil() - outcome.evaluatedAt() < 1_000
        ? outcome.evaluatedAt() + 60_000
        : outcome.validUntil() + 1;
  }

  private static List<ReferenceKey> keys(Random random) {
    List<ReferenceKey> keys = new ArrayList<>();
    int first = random.nextInt(MODELS / 2);
    keys.add(model(first));
    keys.add(model(MODELS / 2 + random.nextInt(MODELS / 2)));
    keys.add(portfolio(random.nextInt(PORTFOLIOS)));
    return keys;
  }

  private static List<ReferenceKey> keys(StoredProposal stored) {
    return Arrays.stream(new String(stored.arrived(), UTF_8).split(","))
        .map(text -> ReferenceKey.fromBytes(text.getBytes(UTF_8)))
        .toList();
  }

  private static ReferenceKey model(int number) {
    return new ReferenceKey(ChangeKind.PRICE, "m/" + number);
  }

  private static ReferenceKey portfolio(int number) {
    return new ReferenceKey(ChangeKind.POLICY, "portfolio " + number);
  }

  private static Outcome outcome(Random random) {
    boolean isGo = random.nextBoolean();
    long ends = random.nextInt(1_000) - (random.nextBoolean() ? 0L : 60_000L);
    long evaluatedAt = ends - (random.nextBoolean() ? 5_000 : random.nextInt(1_000));
    return new Outcome(
        random.nextLong(),
        random.nextLong(),
        Decision.FINE_TUNE,
        isGo ? Verdict.GO : Verdict.NO_GO,
        random.nextBoolean() ? null : Verdict.CAUTION,
        evaluatedAt,
        random.nextInt(1_000),
        random.nextInt(3) == 0 ? Outcome.FOREVER : ends,
        isGo ? random.nextDouble() : 0,
        isGo ? random.nextDouble() : 0,
        isGo ? random.nextDouble() : 0,
        random.nextBoolean() ? random.nextDouble() : 0,
        random.nextBoolean() ? random.nextDouble() : 0);
  }

  private static Bytes id(int number) {
    return Bytes.wrap(("proposal-" + number).getBytes(UTF_8));
  }

  private static KeyValueStore<Bytes, byte[]> store(String name) {
    KeyValueStore<Bytes, byte[]> store =
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
            .withLoggingDisabled()
            .build();
    MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
    store.init(context.getStateStoreContext(), store);
    return store;
  }
}
