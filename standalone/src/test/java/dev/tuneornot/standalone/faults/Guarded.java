package dev.tuneornot.standalone.faults;

import dev.tuneornot.schemas.topics.TopicSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * A broker that lets nobody in without a password or a certificate, and nobody do what no ACL
 * allows; only the test's own listener is open.
 */
final class Guarded {
  static final String USER = "tune-or-not";
  static final String APPLICATION = "tune-or-not";
  private static final String BEARER =
      "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required"
          + " unsecuredLoginStringClaim_sub=\"%s\";";

  private final BrokerProcess.Node node;
  private final int mutualTls;
  private final int token;
  private final Keystore server;
  private final Keystore client;

  Guarded(Path directory, String clientPassword) throws Exception {
    node = BrokerProcess.Node.any(1);
    mutualTls = FreePort.any();
    token = FreePort.any();
    server = Keystore.create(directory.resolve("broker.p12"), "broker", "broker-password");
    client = Keystore.create(directory.resolve("client.p12"), USER, clientPassword);
  }

  Brokers start(Path directory) throws Exception {
    Map<String, String> settings = new HashMap<>();
    for (String topic :
        List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
      settings.put(topic + ".replication.factor", "1");
    }
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("share.coordinator.state.topic.min.isr", "1");
    settings.put(
        "listener.security.protocol.map",
        "DIRECT:PLAINTEXT,NETWORK:SASL_SSL,MUTUAL:SSL,TOKEN:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT");
    String open = "DIRECT://127.0.0.1:" + node.direct();
    String password = "NETWORK://127.0.0.1:" + node.networked();
    String certificate = "MUTUAL://127.0.0.1:" + mutualTls;
    String bearer = "TOKEN://127.0.0.1:" + token;
    settings.put("advertised.listeners", String.join(",", open, password, certificate, bearer));
    settings.put(
        "listeners",
        String.join(
            ",",
            open,
            password,
            certificate,
            bearer,
            "CONTROLLER://127.0.0.1:" + node.controller()));
    settings.put("sasl.enabled.mechanisms", "SCRAM-SHA-512");
    settings.put("listener.name.token.sasl.enabled.mechanisms", "OAUTHBEARER");
    // Kafka's own tokens without a signature: what is tested is that the settings arrive.
    settings.put("listener.name.token.oauthbearer.sasl.jaas.config", BEARER.formatted("broker"));
    settings.put(
        "listener.name.network.scram-sha-512.sasl.jaas.config",
        "org.apache.kafka.common.security.scram.ScramLoginModule required;");
    settings.put("ssl.keystore.type", "PKCS12");
    settings.put("ssl.keystore.location", server.file().toString());
    settings.put("ssl.keystore.password", server.password());
    settings.put("ssl.truststore.type", "PKCS12");
    settings.put("ssl.truststore.location", client.file().toString());
    settings.put("ssl.truststore.password", client.password());
    settings.put("listener.name.mutual.ssl.client.auth", "required");
    settings.put("ssl.principal.mapping.rules", "RULE:^CN=(.*)$/$1/");
    settings.put(
        "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
    settings.put("super.users", "User:ANONYMOUS");
    BrokerProcess broker = new BrokerProcess(directory, node, node.voter(), settings);
    broker.start();
    broker.awaitUp();
    return new Brokers.Processes(List.of(broker));
  }

  /** What the app is told to come in by password; {@code password} may be a reference. */
  Map<String, String> byPassword(String password) {
    Map<String, String> settings = new HashMap<>(tls());
    settings.put("bootstrap.servers", "127.0.0.1:" + node.networked());
    settings.put("security.protocol", "SASL_SSL");
    settings.put("sasl.mechanism", "SCRAM-SHA-512");
    settings.put(
        "sasl.jaas.config",
        "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\""
                .formatted(USER)
            + " password=\"%s\";".formatted(password));
    return settings;
  }

  /** What the app is told to come in by certificate. */
  Map<String, String> byCertificate(String keystorePassword) {
    Map<String, String> settings = new HashMap<>(tls());
    settings.put("bootstrap.servers", "127.0.0.1:" + mutualTls);
    settings.put("security.protocol", "SSL");
    settings.put("ssl.keystore.type", "PKCS12");
    settings.put("ssl.keystore.location", client.file().toString());
    settings.put("ssl.keystore.password", keystorePassword);
    return settings;
  }

  /** What the app is told to come in by an OAUTHBEARER token. */
  Map<String, String> byToken() {
    return Map.of(
        "bootstrap.servers",
        "127.0.0.1:" + token,
        "security.protocol",
        "SASL_PLAINTEXT",
        "sasl.mechanism",
        "OAUTHBEARER",
        "sasl.jaas.config",
        BEARER.formatted(USER));
  }

  private Map<String, String> tls() {
    return Map.of(
        "ssl.truststore.type", "PKCS12",
        "ssl.truststore.location", server.file().toString(),
        "ssl.truststore.password", server.password());
  }

  static void addUser(Admin admin, String password) throws Exception {
    admin
        .alterUserScramCredentials(
            List.of(
                new UserScramCredentialUpsertion(
                    USER, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096), password)))
        .all()
        .get();
  }

  /** Exactly what docs/security.md lists. */
  static List<AclBinding> needed() {
    List<AclBinding> acls = new ArrayList<>();
    for (TopicSpec input :
        List.of(
            TopicSpec.PROPOSALS,
            TopicSpec.USAGE,
            TopicSpec.PRICING,
            TopicSpec.POLICIES,
            TopicSpec.COMMANDS,
            TopicSpec.PRICE_REVIEWS)) {
      acls.addAll(
          allow(
              ResourceType.TOPIC,
              input.baseName(),
              PatternType.LITERAL,
              AclOperation.READ,
              AclOperation.DESCRIBE_CONFIGS));
    }
    for (TopicSpec output :
        List.of(
            TopicSpec.RECOMMENDATIONS,
            TopicSpec.RECOMMENDATION_CHANGES,
            TopicSpec.PORTFOLIO_SUMMARIES,
            TopicSpec.PRICE_REVIEWS,
            TopicSpec.PRICE_IMPACTS,
            TopicSpec.DEAD_LETTERS,
            TopicSpec.PRICING)) {
      acls.addAll(
          allow(
              ResourceType.TOPIC,
              output.baseName(),
              PatternType.LITERAL,
              AclOperation.WRITE,
              AclOperation.DESCRIBE_CONFIGS));
    }
    acls.addAll(
        allow(
            ResourceType.TOPIC,
            APPLICATION + "-",
            PatternType.PREFIXED,
            AclOperation.CREATE,
            AclOperation.READ,
            AclOperation.WRITE,
            AclOperation.DESCRIBE_CONFIGS));
    acls.addAll(allow(ResourceType.GROUP, APPLICATION, PatternType.LITERAL, AclOperation.READ));
    acls.addAll(
        allow(
            ResourceType.TRANSACTIONAL_ID,
            APPLICATION + "-",
            PatternType.PREFIXED,
            AclOperation.WRITE,
            AclOperation.DESCRIBE));
    return acls;
  }

  private static Collection<AclBinding> allow(
      ResourceType type, String name, PatternType pattern, AclOperation... operations) {
    List<AclBinding> acls = new ArrayList<>();
    for (AclOperation operation : operations) {
      acls.add(
          new AclBinding(
              new ResourcePattern(type, name, pattern),
              new AccessControlEntry("User:" + USER, "*", operation, AclPermissionType.ALLOW)));
    }
    return acls;
  }
}
