package dev.tuneornot.streams.score;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomeBookTest {
  private static final int STEPS = 3_000;
  private static final int IDS = 2_000;

  private final KeyValueStore<Bytes, byte[]> store = Stores.inMemoryKeyValueStore("outcomes").get();

  /** What is stored of each proposal, and what its last outcome must be. */
  private final Map<Bytes, StoredProposal> proposals = new TreeMap<>();

  private final Map<Bytes, Outcome> expected = new HashMap<>();
  private OutcomeBook book = new OutcomeBook(store);
  private int number;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void shouldTellTheLastOutcomeOfEach(long seed) {
    Random random = new Random(seed);
    for (int step = 0; step < STEPS; step++) {
      switch (random.nextInt(6)) {
        case 0, 1 -> accept(id(random.nextInt(IDS)));
        case 2 -> delete(id(random.nextInt(IDS)));
        case 3 -> pass(random);
        case 4 -> rescore(id(random.nextInt(IDS)));
        default -> {
          book.flush();
          book = new OutcomeBook(store); // a restart
        }
      }
      check(id(random.nextInt(IDS)));
    }
    book.flush();
    book = new OutcomeBook(store);

    proposals.keySet().forEach(this::check);
    assertThat(expected.keySet()).isEqualTo(proposals.keySet());
  }

  @Test
  void shouldKeepOutcomesThatFollowOneAnotherInFewEntries() {
    fill(1_000);

    pass(0, 1_000, 1);

    assertThat(entries()).isBetween(1_000L / 64, 1_000L / 32);
  }

  @Test
  void shouldWriteOnlyTheEntriesThatHaveChanged() {
    fill(1_000);
    pass(0, 1_000, 1);
    Map<Bytes, byte[]> before = content();

    rescore(id(500));
    book.flush();

    Map<Bytes, byte[]> after = content();
    assertThat(after.keySet()).isEqualTo(before.keySet());
    assertThat(after.entrySet().stream().filter(e -> e.getValue() != before.get(e.getKey())))
        .hasSize(1);
  }

  @Test
  void shouldLeaveNothingBehindOfWhatIsDeleted() {
    fill(300);
    pass(0, 300, 1);

    for (int i = 0; i < 300; i++) {
      delete(id(i));
    }
    book.flush();

    assertThat(entries()).isZero();
  }

  @Test
  void shouldNotTakeTheOutcomeOfADeletedProposalForThatOfItsSuccessor() {
    Bytes id = id(7);
    accept(id);
    rescore(id);
    delete(id);
    book.flush();

    StoredProposal unanswered = stored(StoredProposal.FIRST_VERSION, null);

    assertThat(find(id, unanswered)).isNull();
  }

  @Test
  void shouldFindAnOutcomeThatWasStoredByItself() {
    Outcome outcome = Outcomes.go(1);
    store.put(id(1), Outcomes.single(outcome));
    book = new OutcomeBook(store);
    StoredProposal asItArrived = StoredProposal.fromBytes(new byte[] {0, 0, 0, 0, 1, 2});

    same(find(id(1), asItArrived), outcome);
    book.supersede(id(1), asItArrived);

    assertThat(find(id(1), asItArrived)).isNull();
    assertThat(entries()).isZero();
  }

  @Test
  void shouldReadSinglesBesideOthers() {
    fill(200);
    pass(0, 200, 1);
    store.put(id(1_500), Outcomes.single(Outcomes.noGo(3)));

    book = new OutcomeBook(store);

    proposals.keySet().forEach(this::check);
    same(
        find(id(1_500), StoredProposal.fromBytes(new byte[] {0, 0, 0, 0, 1, 2})), Outcomes.noGo(3));
  }

  @Test
  void shouldRememberThatTheLastOutcomeWasOfAnotherPortfolio() {
    StoredProposal stored =
        StoredProposal.fromBytes(
            StoredProposal.toBytes(
                2, Outcomes.go(1), "moved", ByteBuffer.wrap(new byte[] {0, 1, 2})));

    same(stored.outcome("moved"), Outcomes.go(1));
    assertThat(stored.arrived()).isEqualTo(ByteBuffer.wrap(new byte[] {0, 1, 2}));
  }

  private void fill(int count) {
    for (int i = 0; i < count; i++) {
      accept(id(i));
    }
  }

  /** A proposal is sent, and its answer stored along with it. */
  private void accept(Bytes id) {
    StoredProposal before = proposals.get(id);
    int version = before == null ? StoredProposal.FIRST_VERSION : before.nextVersion();
    Outcome outcome = next();
    proposals.put(id, stored(version, outcome));
    expected.put(id, outcome);
  }

  private void delete(Bytes id) {
    StoredProposal known = proposals.remove(id);
    if (known != null) {
      book.remove(id, known);
      expected.remove(id);
    }
  }

  /** Goes on from the start where it has come to the end. */
  private void pass(Random random) {
    int from = random.nextInt(IDS);
    int to = from + random.nextInt(600);
    int step = 1 + random.nextInt(3);
    pass(from, Math.min(IDS, to), step);
    if (to > IDS) {
      pass(0, to - IDS, step);
    }
  }

  private void pass(int from, int to, int step) {
    for (int i = from; i < to; i += step) {
      check(id(i));
      rescore(id(i));
    }
    book.flush();
  }

  private void rescore(Bytes id) {
    StoredProposal stored = proposals.get(id);
    if (stored != null) {
      Outcome outcome = next();
      book.put(id, stored.version(), outcome);
      expected.put(id, outcome);
    }
  }

  private void check(Bytes id) {
    StoredProposal stored = proposals.get(id);
    if (stored != null) {
      same(find(id, stored), expected.get(id));
    }
  }

  private @Nullable Outcome find(Bytes id, StoredProposal stored) {
    return book.find(id, stored, Outcomes.PORTFOLIO);
  }

  private static void same(@Nullable Outcome found, @Nullable Outcome outcome) {
    assertThat(found).usingRecursiveComparison().isEqualTo(outcome);
  }

  private Outcome next() {
    number++;
    return number % 3 == 0 ? Outcomes.go(number) : Outcomes.noGo(number);
  }

  private static StoredProposal stored(int version, @Nullable Outcome outcome) {
    return StoredProposal.fromBytes(
        StoredProposal.toBytes(version, outcome, Outcomes.PORTFOLIO, ByteBuffer.allocate(20)));
  }

  private long entries() {
    return content().size();
  }

  private Map<Bytes, byte[]> content() {
    Map<Bytes, byte[]> content = new TreeMap<>();
    try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
      while (all.hasNext()) {
        KeyValue<Bytes, byte[]> entry = all.next();
        content.put(entry.key, entry.value);
      }
    }
    return content;
  }

  /** Some ids of several bytes beside the ASCII ones, as any text may be one. */
  private static Bytes id(int i) {
    return Bytes.wrap(
        (i % 10 == 0 ? "team/é-%05d" : "team/proposal-%05d").formatted(i).getBytes(UTF_8));
  }
}
