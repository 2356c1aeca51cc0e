package dev.tuneornot.confluent.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tuneornot.confluent.RegistryClients;
import dev.tuneornot.confluent.RegistryFailure;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OauthProvidersTest {

  private static final String ALLOWED_URLS = "org.apache.kafka.sasl.oauthbearer.allowed.urls";
  private static final String CLIENT =
      "Basic "
          + Base64.getEncoder().encodeToString("alice:s3cret".getBytes(StandardCharsets.UTF_8));
  private static final String JWT = jwt();

  private final List<String> tokenRequests = new CopyOnWriteArrayList<>();
  private final List<String> registryRequests = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private volatile int tokenStatus = 200;
  private volatile String token = JWT;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/token", this::giveToken);
    server.createContext("/subjects", this::listSubjects);
    server.start();
    System.setProperty(ALLOWED_URLS, url("/token"));
  }

  @AfterEach
  void stop() {
    System.clearProperty(ALLOWED_URLS);
    server.stop(0);
  }

  static Stream<Arguments> sources() {
    return Stream.of(
        argumentSet(
            "OAUTHBEARER",
            Map.of(
                "bearer.auth.credentials.source", "OAUTHBEARER",
                "bearer.auth.issuer.endpoint.url", "TOKEN_URL",
                "bearer.auth.client.id", "alice",
                "bearer.auth.client.secret", "s3cret",
                "bearer.auth.scope", "registry",
                "bearer.auth.logical.cluster", "lsrc-1",
                "bearer.auth.identity.pool.id", "pool-1")),
        argumentSet(
            "SASL_OAUTHBEARER_INHERIT",
            Map.of(
                "bearer.auth.credentials.source", "SASL_OAUTHBEARER_INHERIT",
                "sasl.oauthbearer.token.endpoint.url", "TOKEN_URL",
                "sasl.jaas.config",
                    "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required"
                        + " clientId=\"alice\" clientSecret=\"s3cret\" scope=\"registry\""
                        + " extension_identityPoolId=\"pool-1\";",
                "bearer.auth.logical.cluster", "lsrc-1")));
  }

  @ParameterizedTest
  @MethodSource("sources")
  void shouldGetATokenOnceAndSendIt(Map<String, String> settings) throws Exception {
    try (SchemaRegistryClient client = RegistryClients.create(resolved(settings))) {
      client.getAllSubjects();
      client.getAllSubjects();
    }

    assertThat(tokenRequests)
        .containsExactly(CLIENT + " grant_type=client_credentials&scope=registry");
    assertThat(registryRequests)
        .containsExactly("Bearer " + JWT + " lsrc-1 pool-1", "Bearer " + JWT + " lsrc-1 pool-1");
  }

  @ParameterizedTest
  @MethodSource("sources")
  void shouldBeUnreachableWithoutAToken(Map<String, String> settings) throws Exception {
    tokenStatus = 401;

    assertThatNothingIsSent(settings);
  }

  @ParameterizedTest
  @MethodSource("sources")
  void shouldBeUnreachableWithATokenThatIsNone(Map<String, String> settings) throws Exception {
    token = "opaque";

    assertThatNothingIsSent(settings);
  }

  private void assertThatNothingIsSent(Map<String, String> settings) throws Exception {
    try (SchemaRegistryClient client = RegistryClients.create(resolved(settings))) {
      Throwable failure = catchThrowable(client::getAllSubjects);

      assertThat(failure).hasMessageContaining("no token for the registry");
      assertThat(RegistryFailure.of(failure)).isEqualTo(RegistryFailure.UNREACHABLE);
      assertThat(registryRequests).isEmpty();
    }
  }

  private Map<String, Object> resolved(Map<String, String> settings) {
    Map<String, Object> resolved = new HashMap<>(settings);
    resolved.replaceAll((name, value) -> value.equals("TOKEN_URL") ? url("/token") : value);
    resolved.put("schema.registry.url", url(""));
    return resolved;
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private void giveToken(HttpExchange exchange) throws IOException {
    String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    tokenRequests.add(header(exchange, "Authorization") + " " + form);
    answer(exchange, tokenStatus, "{\"access_token\":\"" + token + "\"}");
  }

  private void listSubjects(HttpExchange exchange) throws IOException {
    registryRequests.add(
        String.join(
            " ",
            header(exchange, "Authorization"),
            header(exchange, "target-sr-cluster"),
            header(exchange, "Confluent-Identity-Pool-Id")));
    answer(exchange, 200, "[]");
  }

  private static String header(HttpExchange exchange, String name) {
    return String.valueOf(exchange.getRequestHeaders().getFirst(name));
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    try (exchange) {
      byte[] body = text.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static String jwt() {
    long now = System.currentTimeMillis() / 1000;
    String claims = "{\"sub\":\"alice\",\"iat\":" + now + ",\"exp\":" + (now + 3600) + "}";
    return part("{\"alg\":\"none\"}") + "." + part(claims) + ".c2ln";
  }

  private static String part(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
