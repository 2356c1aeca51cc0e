package dev.tuneornot.streams.reference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.model.ChangeKind;
import dev.tuneornot.streams.inbound.InboundRecord;
import dev.tuneornot.streams.inbound.TopicIdentities;
import java.util.Map;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

/** A topic that is deleted and made anew begins at offset 0 again. */
class SourceTopicsTest {
  private static final Uuid FIRST = new Uuid(1, 2);
  private static final Uuid SECOND = new Uuid(3, 4);

  private final KeyValueStore<Bytes, byte[]> store = store();

  @Test
  void shouldTakeARecordOfATopicMadeAnewForALaterChange() {
    ChangeVersion before = topics(FIRST).versionOf(record(41));
    ChangeVersion again = topics(FIRST).versionOf(record(42));
    ChangeVersion anew = topics(SECOND).versionOf(record(0));
    ChangeVersion behind = topics(SECOND).versionOf(record(1));

    assertThat(again).isGreaterThan(before);
    assertThat(anew).isGreaterThan(again);
    assertThat(behind).isGreaterThan(anew);
  }

  @Test
  void shouldNameTheTopicInTheChange() {
    ReferenceKey key = new ReferenceKey(ChangeKind.PRICE, "acme/a");

    assertThat(key + "@" + topics(FIRST).versionOf(record(0)))
        .isEqualTo("PRICE/acme/a@" + FIRST + ".0");
    assertThat(key + "@" + topics(SECOND).versionOf(record(0)))
        .isEqualTo("PRICE/acme/a@" + SECOND + ".0");
  }

  private SourceTopics topics(Uuid id) {
    return new SourceTopics(store, new TopicIdentities(Map.of("pricing", id)));
  }

  private static InboundRecord record(long offset) {
    Bytes key = Bytes.wrap("acme/a".getBytes(UTF_8));
    return new InboundRecord("pricing", 0, offset, key, null, new RecordHeaders());
  }

  private static KeyValueStore<Bytes, byte[]> store() {
    KeyValueStore<Bytes, byte[]> store =
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore("valid"), Serdes.Bytes(), Serdes.ByteArray())
            .withLoggingDisabled()
            .build();
    MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
    store.init(context.getStateStoreContext(), store);
    return store;
  }
}
