package dev.tuneornot.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.streams.inbound.DeadLetters;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The app on a broker and a registry that want to know who it is, with exactly the rights that it
 * is said to need, and with one right less.
 */
class SecurityIT {
  private static final long SEED = 20261129;
  private static final int PROPOSALS = 300;

  /** What must occur nowhere. */
  private static final String KAFKA_SECRET = "planted-kafka-5f0c";

  private static final String KEYSTORE_SECRET = "planted-keystore-77aa";
  private static final String REGISTRY_SECRET = "planted-registry-93e1";

  /** Options of a JVM that logs whatever it knows. */
  static final List<String> TALKATIVE =
      List.of(
          "-Dlogback.configurationFile="
              + Path.of("src", "test", "resources", "logback-secrets.xml").toAbsolutePath());

  @Test
  void shouldRunWithExactlyTheRightsThatAreListedAndTellNoSecret(@TempDir Path directory)
      throws Exception {
    Path secrets = Files.createDirectories(directory.resolve("secrets"));
    Files.writeString(secrets.resolve("kafka"), KAFKA_SECRET);
    Files.writeString(secrets.resolve("keystore"), KEYSTORE_SECRET);
    Files.writeString(secrets.resolve("registry"), REGISTRY_SECRET);
    Guarded guarded = new Guarded(directory, KEYSTORE_SECRET);
    Keystore registryKey =
        Keystore.create(directory.resolve("registry.p12"), "registry", "registry-password");
    Cluster cluster = Cluster.start(guarded.start(directory.resolve("kafka")));
    try (Stage stage = new Stage(directory, cluster, SEED, PROPOSALS, Map.of());
        RegistryFront registry =
            RegistryFront.guarded(
                cluster.registryUrl(), registryKey.serverContext(), "app:" + REGISTRY_SECRET);
        Admin admin = cluster.admin();
        Letters letters = new Letters(cluster);
        Raw raw = new Raw(cluster)) {
      Guarded.addUser(admin, KAFKA_SECRET);
      admin.createAcls(Guarded.needed()).all().get();
      Map<String, String> settings = new HashMap<>();
      settings.put("config.providers", "secrets");
      settings.put(
          "config.providers.secrets.class",
          "org.apache.kafka.common.config.provider.DirectoryConfigProvider");
      settings.put("schema.registry.url", registry.url());
      settings.put("basic.auth.credentials.source", "USER_INFO");
      settings.put("basic.auth.user.info", "app:" + secret(secrets, "registry"));
      settings.put("schema.registry.ssl.truststore.type", "PKCS12");
      settings.put("schema.registry.ssl.truststore.location", registryKey.file().toString());
      settings.put("schema.registry.ssl.truststore.password", registryKey.password());

      Map<String, String> byPassword = new HashMap<>(settings);
      byPassword.putAll(guarded.byPassword(secret(secrets, "kafka")));
      AppProcess app = stage.start("scram", byPassword, TALKATIVE).awaitReady();
      stage.load();
      raw.send(new ProducerRecord<>("proposals", "p-0000001", new byte[] {7}));
      Awaitility.await("a dead letter").until(() -> letters.read().size() == 1);
      assertThat(Letters.header(letters.read().get(0), DeadLetters.REASON))
          .isEqualTo("UNDECODABLE");
      stage.holds();
      assertThat(app.readiness() + app.metrics()).contains("jvm_").doesNotContain("planted");
      app.stop();

      Map<String, String> byCertificate = new HashMap<>(settings);
      byCertificate.putAll(guarded.byCertificate(secret(secrets, "keystore")));
      byCertificate.put("ssl.key.password", secret(secrets, "keystore"));
      AppProcess other = stage.start("mutual-tls", byCertificate, TALKATIVE).awaitReady();
      double ready = other.age();
      Change change = stage.halfPriceBaseline();
      stage.loader.price(change.pricing());
      stage.truth.accept(change.pricing());
      stage.holds();
      assertThat(other.readiness() + other.metrics()).contains("jvm_").doesNotContain("planted");
      other.stop();

      byPassword.put(
          "sasl.jaas.config",
          byPassword.get("sasl.jaas.config").replace("username=\"", "username=\"not-"));
      AppProcess stranger = stage.start("stranger", byPassword, TALKATIVE);
      assertEnds(stranger, "Authentication failed", "credentials");

      for (AppProcess each : List.of(app, other, stranger)) {
        assertThat(each.jvm().output()).contains("DEBUG").doesNotContain("planted");
      }
      new Result(
              "security",
              "SecurityIT",
              "SASL/SCRAM and mutual TLS to the broker, TLS and a password to the registry, exactly"
                  + " the listed ACLs; secrets looked for in logs at debug level, /health and /metrics",
              PROPOSALS + 14L,
              1,
              ready)
          .write();
    }
  }

  private static String secret(Path directory, String name) {
    return "${secrets:" + directory + ":" + name + "}";
  }

  @Test
  void shouldEndWithOneClearMessageWhereARightIsMissing(@TempDir Path directory) throws Exception {
    Guarded guarded = new Guarded(directory, KEYSTORE_SECRET);
    Cluster cluster = Cluster.start(guarded.start(directory.resolve("kafka")));
    try (Stage stage = new Stage(directory, cluster, SEED, 50, guarded.byPassword(KAFKA_SECRET));
        Admin admin = cluster.admin();
        Raw raw = new Raw(cluster)) {
      Guarded.addUser(admin, KAFKA_SECRET);
      admin.createAcls(Guarded.needed()).all().get();
      stage.start("all-rights", guarded.byToken()).awaitReady();
      stage.load();
      stage.app("all-rights").stop();

      for (String topic : List.of("recommendations", "dead-letters", "tune-or-not-")) {
        List<AclBinding> taken = write(topic);
        admin.deleteAcls(taken.stream().map(AclBinding::toFilter).toList()).all().get();
        AppProcess app = stage.start("without-" + topic);
        raw.send(new ProducerRecord<>("proposals", "p-0000001", new byte[] {7}));
        stage.loader.proposals(List.of(stage.portfolio.proposals().get("p-0000002")), topic);
        assertEnds(app, topic, "docs/security.md");
        admin.createAcls(taken).all().get();
      }
      stage.start("all-rights-again", guarded.byToken()).awaitReady();
      stage.holds();
      stage.app("all-rights-again").stop();
      new Result(
              "14",
              "SecurityIT",
              "no right to write recommendations, dead letters, internal topics: ends with one"
                  + " message; goes on with the right, by OAUTHBEARER",
              50 + 12 + 6L,
              3,
              -1)
          .write();
    }
  }

  private static List<AclBinding> write(String topic) {
    return Guarded.needed().stream()
        .filter(
            acl ->
                acl.pattern().resourceType() == ResourceType.TOPIC
                    && acl.pattern().name().equals(topic)
                    && acl.entry().operation() == AclOperation.WRITE)
        .toList();
  }

  /** The last line is the message; it does not come back to life, and it does not say it twice. */
  private static void assertEnds(AppProcess app, String... words) throws InterruptedException {
    assertThat(app.jvm().awaitEnd()).as("exit code").isEqualTo(1);
    List<String> lines = app.jvm().output().lines().toList();
    assertThat(lines.get(lines.size() - 1)).contains(words);
    assertThat(app.jvm().output()).doesNotContain("A stream thread died and is replaced");
  }
}
