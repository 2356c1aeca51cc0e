package dev.tuneornot.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** deploy/reset, run as docs/reliability.md says: the app begins anew and ends right. */
@OnlyAtFullSize
class ResetIT {
  private static final long SEED = 20261203;
  private static final int PROPOSALS = 300;

  @Test
  void shouldBeginAnewAndAnswerEveryProposalAgain(@TempDir Path directory) throws Exception {
    KafkaTools tools = new KafkaTools(directory.resolve("kafka-home"));
    try (Stage stage = new Stage(directory, SEED, PROPOSALS, Map.of())) {
      stage.start("reset").awaitReady();
      stage.load();
      stage.loader.price(stage.halfPriceBaseline().pricing());
      stage.truth.accept(stage.halfPriceBaseline().pricing());
      stage.holds();

      KafkaTools.Outcome tooEarly = reset(tools, stage, "--execute");
      assertThat(tooEarly.exitCode()).as(tooEarly.output()).isNotZero();
      stage.app("reset").stop();
      stage.wipe("reset");

      Set<String> before = internalTopics(stage);
      KafkaTools.Outcome dryRun = reset(tools, stage);
      assertThat(dryRun.exitCode()).as(dryRun.output()).isZero();
      assertThat(dryRun.output()).contains("--delete", "tune-or-not-reference");
      assertThat(internalTopics(stage)).isEqualTo(before).hasSizeGreaterThan(10);

      KafkaTools.Outcome done = reset(tools, stage, "--execute");
      assertThat(done.exitCode()).as(done.output()).isZero();
      assertThat(internalTopics(stage)).as(done.output()).isEmpty();

      stage.ledger.catchUp().beginAnew();
      double ready = stage.start("reset").awaitReady().age();
      // Until they are answered again, what was there before the reset still holds.
      stage.expectations.oneOutputForEachOf(stage.truth.proposalIds());
      stage.holds();
      assertThat(internalTopics(stage)).isEqualTo(before);
      new Result(
              "15",
              "ResetIT",
              "deploy/reset run while an instance is active (refused), to look, and to begin anew",
              PROPOSALS + stage.portfolio.prices().size() + 1L,
              0,
              ready)
          .write();
    }
  }

  private static KafkaTools.Outcome reset(KafkaTools tools, Stage stage, String... more)
      throws Exception {
    String[] arguments = new String[2 + more.length];
    arguments[0] = "--bootstrap-server";
    arguments[1] = stage.cluster.bootstrapServers();
    System.arraycopy(more, 0, arguments, 2, more.length);
    return tools.run("reset", arguments);
  }

  private static Set<String> internalTopics(Stage stage)
      throws InterruptedException, ExecutionException {
    try (Admin admin = stage.cluster.admin()) {
      Set<String> names = new TreeSet<>(admin.listTopics().names().get());
      names.removeIf(name -> !name.startsWith("tune-or-not-"));
      return names;
    }
  }
}
