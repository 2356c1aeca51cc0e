package dev.tuneornot.streams.score;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.confluent.WireFormat;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.schemas.RecordType;
import dev.tuneornot.schemas.TrustedClasses;
import dev.tuneornot.streams.inbound.RecordDecoder;
import dev.tuneornot.streams.inbound.SchemaLookup.Answer;
import dev.tuneornot.streams.inbound.WriterSchemas;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProposalBookTest {
  private static final int SCHEMA_ID = 7;
  private static final Bytes ID = Bytes.wrap("acme/a".getBytes(UTF_8));

  private final KeyValueStore<Bytes, byte[]> proposals = store("proposals");
  private final KeyValueStore<Bytes, byte[]> outcomes = store("outcomes");
  private final Map<Bytes, @Nullable Outcome> loaded = new HashMap<>();

  @BeforeAll
  static void trustOurClasses() {
    TrustedClasses.install();
  }

  @Test
  void shouldKeepAnAnswerWithoutAnEntryOfItsOwn() {
    ProposalBook book = book();

    book.put(ID, proposal("legal"), bytes("legal"), null, Outcomes.go(1));
    book.flush();

    assertLoads(Outcomes.go(1));
    assertThat(outcomes.all()).isExhausted();
  }

  @Test
  void shouldPreferALaterOutcome() {
    ProposalBook book = book();
    book.put(ID, proposal("portfolio"), bytes("portfolio"), null, Outcomes.go(1));
    book.put(ID, held(book), Outcomes.noGo(2));
    book.flush();

    assertLoads(Outcomes.noGo(2));
  }

  @Test
  void shouldForgetLaterOutcomesOfWhatIsSentAgain() {
    ProposalBook book = book();
    book.put(ID, proposal("portfolio"), bytes("portfolio"), null, Outcomes.go(1));
    book.put(ID, held(book), Outcomes.noGo(2));
    book.put(ID, proposal("portfolio"), bytes("portfolio"), held(book), Outcomes.go(3));
    book.flush();

    assertLoads(Outcomes.go(3));
  }

  @Test
  void shouldGoOnWithTheLastOutcomeOfWhatMovedAndIsNotAnsweredYet() {
    ProposalBook book = book();
    book.put(ID, proposal("portfolio"), bytes("portfolio"), null, Outcomes.go(1));
    book.put(ID, held(book), Outcomes.noGo(2));
    book.put(ID, proposal("moved"), bytes("moved"), held(book), held(book).outcome());
    book.flush();

    assertLoads(Outcomes.noGo(2));
    assertThat(held(book()).proposal().getPortfolio()).isEqualTo("moved");
  }

  @Test
  void shouldForgetWhatIsDeleted() {
    ProposalBook book = book();
    book.put(ID, proposal("portfolio"), bytes("portfolio"), null, Outcomes.go(1));
    book.put(ID, held(book), Outcomes.noGo(2));
    book.delete(ID, held(book));
    book.put(ID, proposal("portfolio"), bytes("portfolio"), null, null);
    book.flush();

    assertLoads(null);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1}) // Looked up, and walked to.
  void shouldReadWhatItFinds(long wanted) {
    ProposalBook book = book();
    book.put(ID, proposal("portfolio"), bytes("portfolio"), null, Outcomes.go(1));
    book.put(ID, held(book), Outcomes.noGo(2));
    ProposalBook.Reader reader = book.reader(wanted);

    ProposalBook.Held read = Objects.requireNonNull(reader.find(ID));
    assertThat(read.proposal()).isEqualTo(proposal("portfolio"));
    assertThat(read.outcome()).usingRecursiveComparison().isEqualTo(Outcomes.noGo(2));
    assertThat(reader.find(Bytes.wrap("acme/b".getBytes(UTF_8)))).isNull();
  }

  @Test
  void shouldReadWhatWasPutAndDeletedSinceItWasReadLast() {
    ProposalBook book = book();
    book.put(ID, proposal("portfolio"), bytes("portfolio"), null, Outcomes.go(1));
    read(book);
    book.put(ID, proposal("moved"), bytes("moved"), held(book), Outcomes.go(2));

    assertThat(Objects.requireNonNull(read(book)).proposal()).isEqualTo(proposal("moved"));
    book.delete(ID, held(book));
    assertThat(read(book)).isNull();
    book.put(ID, proposal("again"), bytes("again"), null, Outcomes.go(3));
    assertThat(Objects.requireNonNull(read(book)).proposal()).isEqualTo(proposal("again"));
  }

  @Test
  void shouldReadTheStateOfTheFirstBuildsAfterItIsRescored() {
    proposals.put(ID, bytes("portfolio"));
    outcomes.put(ID, Outcomes.single(Outcomes.go(1)));
    ProposalBook book = book();

    book.put(ID, Objects.requireNonNull(read(book)), Outcomes.noGo(2));
    book.put(ID, Objects.requireNonNull(read(book)), Outcomes.noGo(3));
    book.flush();

    assertThat(Objects.requireNonNull(read(book)).outcome())
        .usingRecursiveComparison()
        .isEqualTo(Outcomes.noGo(3));
  }

  @Test
  void shouldNotLookUpWhatAPassHasRead() {
    ProposalBook book = book();
    book.put(ID, proposal("portfolio"), bytes("portfolio"), null, Outcomes.go(1));
    read(book);

    proposals.put(ID, bytes("behind its back"));

    assertThat(held(book).proposal()).isEqualTo(proposal("portfolio"));
  }

  private static ProposalBook.@Nullable Held read(ProposalBook book) {
    return book.reader(1).find(ID);
  }

  @Test
  void shouldTakeUpTheStateOfTheFirstBuilds() {
    proposals.put(ID, bytes("portfolio"));
    outcomes.put(ID, Outcomes.single(Outcomes.go(1)));

    assertLoads(Outcomes.go(1));
  }

  @Test
  void shouldMoveTheStateOfTheFirstBuildsWhereItIsRescored() {
    proposals.put(ID, bytes("portfolio"));
    outcomes.put(ID, Outcomes.single(Outcomes.go(1)));
    ProposalBook book = book();

    book.put(ID, held(book), Outcomes.noGo(2));
    book.put(ID, held(book), Outcomes.noGo(3));
    book.flush();

    assertLoads(Outcomes.noGo(3));
    assertThat(outcomes.get(ID)).isNull();
    assertThat(held(book()).proposal()).isEqualTo(proposal("portfolio"));
  }

  @Test
  void shouldMoveTheStateOfTheFirstBuildsWhereItIsSentAgain() {
    proposals.put(ID, bytes("portfolio"));
    outcomes.put(ID, Outcomes.single(Outcomes.go(1)));
    ProposalBook book = book();

    book.put(ID, proposal("portfolio"), bytes("portfolio"), held(book), Outcomes.go(2));
    book.flush();

    assertLoads(Outcomes.go(2));
    assertThat(outcomes.all()).isExhausted();
  }

  private void assertLoads(@Nullable Outcome outcome) {
    loaded.clear();
    Outcome found = held(book()).outcome();

    assertThat(found).usingRecursiveComparison().isEqualTo(outcome);
    assertThat(loaded).containsOnlyKeys(ID);
    assertThat(loaded.get(ID)).usingRecursiveComparison().isEqualTo(outcome);
  }

  private static ProposalBook.Held held(ProposalBook book) {
    return Objects.requireNonNull(book.find(ID));
  }

  private ProposalBook book() {
    WriterSchemas schemas =
        new WriterSchemas(
            store("schemas"), schemaId -> new Answer.Found(Proposal.getClassSchema()));
    return new ProposalBook(
        proposals,
        new OutcomeBook(outcomes),
        new RecordDecoder<>(RecordType.PROPOSAL, schemas),
        new CacheBudget(100_000),
        (id, proposal, outcome) -> loaded.put(id, outcome));
  }

  private static KeyValueStore<Bytes, byte[]> store(String name) {
    return Stores.inMemoryKeyValueStore(name).get();
  }

  private static Proposal proposal(String portfolio) {
    return Proposal.newBuilder().setProposalId("acme/a").setPortfolio(portfolio).build();
  }

  private static byte[] bytes(String portfolio) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    try {
      new SpecificDatumWriter<>(Proposal.class).write(proposal(portfolio), encoder);
      encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return WireFormat.frame(SCHEMA_ID, out.toByteArray());
  }
}
