package dev.tuneornot.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.model.Proposal;
import dev.tuneornot.standalone.broker.EmbeddedBroker;
import dev.tuneornot.standalone.faults.RegistryFront.Mode;
import dev.tuneornot.standalone.registry.EmbeddedRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The registry is away, broken, slow, refuses us or is another one; at the start and later. */
class RegistryIT {
  private static final long SEED = 20261126;
  private static final int PROPOSALS = 500;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Test
  void shouldParkWhatCannotBeReadYetAndLoseNothing(@TempDir Path directory) throws Exception {
    try (Stage stage = new Stage(directory, SEED, PROPOSALS, Map.of());
        Raw raw = new Raw(stage.cluster);
        AvroBytes avro = new AvroBytes(stage.cluster);
        Letters letters = new Letters(stage.cluster);
        EmbeddedBroker emptyBroker = EmbeddedBroker.start(directory.resolve("empty"));
        EmbeddedRegistry empty = EmbeddedRegistry.start(emptyBroker.bootstrapServers())) {
      RegistryFront registry = stage.cluster.registryFront();
      AppProcess app = waitsAtItsStart(stage, registry);
      stage.load();

      long parked = 0;
      for (Mode mode : List.of(Mode.DOWN, Mode.BROKEN, Mode.FORBIDDEN, Mode.GARBAGE, Mode.SLOW)) {
        registry.answer(mode);
        parked += sendUnderANewSchema(stage, raw, avro, "p-000010" + parked, mode);
        if (mode != Mode.SLOW) {
          awaitParked(stage, 2);
        }
        registry.answer(Mode.PASS);
        stage.holds();
      }
      registry.swap(empty.url());
      parked += sendUnderANewSchema(stage, raw, avro, "p-0000200", Mode.PASS);
      awaitParked(stage, 2);
      // Parked records outlive the process, and so do the schemas that it has seen.
      app.kill();
      stage.wipe("registry");
      registry.answer(Mode.DOWN);
      AppProcess again = stage.start("registry").awaitUp();
      assertThat(again.status("live")).isEqualTo(200);
      registry.swap(stage.cluster.registryUrl());
      registry.answer(Mode.PASS);
      again.awaitReady();
      double ready = again.age();
      stage.holds();

      assertThat(letters.read()).as("dead letters of good records").isEmpty();
      new Result(
              "7",
              "RegistryIT",
              "registry down, answering 500, 403, garbage, slowly and swapped for an empty one, with"
                  + " new schema ids to look up; killed and wiped while records are parked",
              PROPOSALS + parked + stage.portfolio.prices().size(),
              0,
              ready)
          .write();
    }
  }

  /** While it waits it is live and not ready, and says what for. */
  private static AppProcess waitsAtItsStart(Stage stage, RegistryFront registry) throws Exception {
    registry.answer(Mode.DOWN);
    AppProcess app = stage.start("registry").awaitUp();
    for (Mode mode : List.of(Mode.DOWN, Mode.BROKEN, Mode.GARBAGE)) {
      registry.answer(mode);
      Awaitility.await("a start that waits for a registry that is " + mode)
          .atMost(PATIENCE)
          .until(() -> app.readiness().contains("waiting for the schema registry"));
      assertThat(app.status("live")).isEqualTo(200);
      assertThat(app.status("ready")).isEqualTo(503);
    }
    registry.answer(Mode.PASS);
    return app.awaitReady();
  }

  /**
   * A proposal under a schema that the app has not seen, behind it one of the same key under one
   * that it has: they have to stay in order. Returns how many records it sent.
   */
  private static int sendUnderANewSchema(Stage stage, Raw raw, AvroBytes avro, String id, Mode mode)
      throws Exception {
    Proposal first = Proposal.newBuilder(stage.portfolio.proposals().get(id)).build();
    first.setTitle("under a new schema");
    Schema present = Proposal.getClassSchema();
    List<Schema.Field> fields = new ArrayList<>();
    present.getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
    fields.add(new Schema.Field("added" + id.hashCode(), Schema.create(Schema.Type.INT), null, 0));
    Schema newer =
        Schema.createRecord(
            present.getName(), present.getDoc(), present.getNamespace(), false, fields);
    raw.send(new ProducerRecord<>("proposals", id, avro.framed(first, newer)));
    Proposal second = Proposal.newBuilder(first).build();
    second.setTitle("behind it, while the registry is " + mode);
    second.getWorkload().setRequestsPerMonth(123_456);
    stage.loader.proposals(List.of(second), "behind-" + id);
    stage.truth.accept(second);
    return 2;
  }

  private static void awaitParked(Stage stage, long records) {
    Awaitility.await("parked records")
        .atMost(PATIENCE)
        .until(() -> stage.cluster.rows("parked") == records);
  }

  @Test
  void shouldEndWithAClearMessageWhereTheRegistryRefusesUsAtTheStart(@TempDir Path directory)
      throws Exception {
    try (Stage stage = new Stage(directory, SEED, 1, Map.of())) {
      for (Mode mode : List.of(Mode.UNAUTHORIZED, Mode.FORBIDDEN)) {
        stage.cluster.registryFront().answer(mode);
        String name = "registry-" + mode;
        AppProcess app = stage.start(name);
        assertThat(app.jvm().awaitEnd()).as("exit code").isEqualTo(1);
        assertThat(app.jvm().output())
            .contains("The schema registry refuses the credentials")
            .contains("basic.auth")
            .doesNotContain("\tat ");
      }
      new Result(
              "7",
              "RegistryIT",
              "registry answering 401 and 403 at the start: ends with one message",
              0,
              0,
              -1)
          .write();
    }
  }
}
