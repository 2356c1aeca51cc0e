package dev.tuneornot.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tuneornot.standalone.containers.Images;
import dev.tuneornot.standalone.containers.RequiresImages;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;

/** The app in its image is killed in a re-score and started again; the broker is Kafka's image. */
@RequiresImages({Images.KAFKA, Images.JAVA})
class ContainerKillIT {
  private static final long SEED = 20261204;
  private static final Map<String, String> SLOW_PASS = Map.of("poll.ms", "20");

  @Test
  void shouldGoOnWhereItWasWhenItsContainerIsKilledInARescore(@TempDir Path directory)
      throws Exception {
    assumeTrue(isLocal(), "the Docker engine is on another machine");
    try (Stage stage =
            new Stage(
                directory,
                Cluster.start(kafka()),
                SEED,
                Scale.OF_THIS_RUN.proposalsToMove() / 2,
                Map.of());
        AppContainer app = AppContainer.start(stage.cluster, SLOW_PASS).awaitReady()) {
      stage.load();
      Change change = stage.halfPriceBaseline();

      String changeId;
      try (Progress progress = new Progress(stage.cluster.bootstrapServers())) {
        changeId = stage.loader.price(change.pricing());
        progress.await(change.outputs() / 4);
        app.kill();
        int committed = stage.ledger.catchUp().countsSinceMark().size();
        assertThat(committed).as("outputs at the kill").isLessThan(change.outputs());
      }
      app.restart();

      app.awaitReady();
      stage.expectations.workedOffExactlyOnce(changeId, change, stage.portfolio.proposals());
      stage.truth.accept(change.pricing());
      stage.holds();
      assertThat(app.stop()).as("exit code").isZero();
    }
  }

  private static boolean isLocal() throws Exception {
    return InetAddress.getByName(DockerClientFactory.instance().dockerHostIpAddress())
        .isLoopbackAddress();
  }

  private static Brokers kafka() {
    KafkaContainer kafka =
        new KafkaContainer(Images.KAFKA).withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
    kafka.start();
    return Brokers.at(kafka.getBootstrapServers(), kafka::stop);
  }
}
