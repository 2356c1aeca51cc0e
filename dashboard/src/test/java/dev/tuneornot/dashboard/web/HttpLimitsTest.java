package dev.tuneornot.dashboard.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tuneornot.dashboard.projection.Batch;
import dev.tuneornot.dashboard.projection.Recommended;
import dev.tuneornot.model.Recommendation;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever is many, slow, or says too much is bounded, and the others are answered. */
@Timeout(120)
class HttpLimitsTest {
  private static final int STREAMS = 1_000;
  private static final int MOST_THREADS = 32;
  private static final int LITTLE_BUFFER = 4096;
  private static final String API = "/api/portfolios";
  private static final String EVENTS = "GET /api/events HTTP/1.1\r\nHost: localhost\r\n\r\n";

  @TempDir private Path directory;
  private final List<Socket> sockets = new ArrayList<>();

  @AfterEach
  void close() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  @Test
  void shouldKeepAThousandIdleEventStreamsAndAnswer() throws Exception {
    try (RawServer server = new RawServer(directory, STREAMS)) {
      for (int i = 0; i < STREAMS; i++) {
        Socket stream = send(server, EVENTS);
        assertThat(status(stream)).as("stream %d", i).isEqualTo(200);
      }
      assertThat(server.streams()).isEqualTo(STREAMS);

      assertThat(server.answer(RawServer.get("/api/events"))).startsWith("HTTP/1.1 503 ");
      assertThat(server.answer(RawServer.get(API))).startsWith("HTTP/1.1 200 ");
      assertThat(httpThreads()).as("threads").isLessThanOrEqualTo(MOST_THREADS);

      close();
      Awaitility.await("places of those who left")
          .atMost(Duration.ofSeconds(30))
          .until(
              () -> {
                server.events().applied(Recommended.batch(Recommended.prompt("changed")));
                return server.streams() == 0;
              });
    }
  }

  @Test
  void shouldLetGoOfAnEventStreamThatIsNotReadAndGoOnWithTheOthers() throws Exception {
    try (RawServer server = new RawServer(directory, 2)) {
      Socket stuck = server.connect(LITTLE_BUFFER);
      sockets.add(stuck);
      stuck.getOutputStream().write(EVENTS.getBytes(US_ASCII));
      Socket reading = send(server, EVENTS);
      StringBuilder told = new StringBuilder();
      Awaitility.await("both streams").until(() -> server.streams() == 2);
      Batch many =
          Recommended.batch(
              IntStream.range(0, 200)
                  .mapToObj(i -> Recommended.prompt("\u4fa1".repeat(190) + i))
                  .toArray(Recommendation[]::new));

      Awaitility.await("the end of the stream that is not read")
          .atMost(Duration.ofSeconds(60))
          .until(
              () -> {
                server.events().applied(many);
                told.append(available(reading));
                return server.streams() == 1;
              });

      Awaitility.await("news for the other one")
          .atMost(Duration.ofSeconds(20))
          .until(
              () -> {
                server.events().applied(Recommended.batch(Recommended.prompt("afterwards")));
                return told.append(available(reading)).indexOf("afterwards") >= 0;
              });
    }
  }

  /** What can be read without waiting. */
  private static String available(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    return new String(in.readNBytes(in.available()), US_ASCII);
  }

  private static long httpThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("tune-or-not-http"))
        .count();
  }

  @Test
  void shouldAnswerBesideSlowSendersAndSlowReaders() throws Exception {
    try (RawServer server = new RawServer(directory, 1)) {
      for (int i = 0; i < 200; i++) {
        send(server, "GET /api/portfolios HTTP/1.1\r\nHost");
      }
      for (int i = 0; i < 100; i++) {
        // Asks a lot and reads nothing.
        send(
            server,
            "GET /api/recommendations/export?format=json HTTP/1.1\r\nHost: localhost\r\n\r\n"
                .repeat(20));
      }

      assertThat(server.answer(RawServer.get(API))).startsWith("HTTP/1.1 200 ");
      assertThat(httpThreads()).as("threads").isLessThanOrEqualTo(MOST_THREADS);
    }
  }

  @Test
  void shouldTakeNobodyMoreThanItsConnectionsAndGoOnWhenSomeLeave() throws Exception {
    try (RawServer server = new RawServer(directory, 1)) {
      for (int i = 0; i < 501; i++) {
        Socket idle = send(server, "GET /api/portfolios HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertThat(status(idle)).isEqualTo(200);
      }

      Socket late = send(server, "GET /api/portfolios HTTP/1.1\r\nHost: localhost\r\n\r\n");
      late.setSoTimeout(500);
      assertThatThrownBy(() -> status(late)).isInstanceOf(SocketTimeoutException.class);
      for (int i = 0; i < 10; i++) {
        sockets.get(i).close();
      }
      late.setSoTimeout(20_000);
      assertThat(status(late)).isEqualTo(200);
    }
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource({
    "PUT,/,405",
    "DELETE,/api/recommendations/go,405",
    "PATCH,/api/portfolios,405",
    "OPTIONS,/,405",
    "TRACE,/,405",
    "CONNECT,/,400",
    "BREW,/,405",
    "GET,/assets/../../../../etc/passwd,400",
    "GET,/assets/%2e%2e%2f%2e%2e%2fetc%2fpasswd,404",
    "GET,/assets/..%5c..%5cetc%5cpasswd,404",
    "GET,/assets/%00,400",
    "GET,/api/recommendations/%00,400",
    "GET,/api/prices/%00,400",
    "GET,/api/recommendations/%zz,400",
    "GET,/api/recommendations/go'%20or%20'1'='1,404",
    "GET,/api/recommendations?sort=net_benefit;drop%20table%20recommendations,400",
    "GET,/api/recommendations?q=%27%29%3B%20drop%20table%20recommendations--,200",
  })
  void shouldAnswerWithTheRightStatus(String method, String path, int status) throws Exception {
    try (RawServer server = new RawServer(directory, 1)) {
      String request =
          method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

      assertThat(server.answer(request.getBytes(US_ASCII)))
          .startsWith("HTTP/1.1 " + status + " ")
          .doesNotContain("Exception", "root:");
      assertThat(server.answer(RawServer.get("/api/recommendations/go"))).contains("200 OK");
    }
  }

  @Test
  void shouldRefuseWhatIsTooLargeWithoutReadingIt() throws Exception {
    try (RawServer server = new RawServer(directory, 1)) {
      String start = "GET /api/portfolios HTTP/1.1\r\nHost: localhost\r\n";
      String large = start + "X: " + "x".repeat(1024 * 1024) + "\r\n\r\n";
      String many = start + "X: y\r\n".repeat(100_000) + "\r\n";
      String body = start + "Content-Length: 1000000000\r\n\r\n" + "x".repeat(100_000);
      String chunked = start + "Transfer-Encoding: chunked\r\n\r\n" + "5\r\nxxxxx\r\n";

      assertThat(first(server, large)).startsWith("HTTP/1.1 431 ");
      assertThat(first(server, many)).startsWith("HTTP/1.1 431 ");
      assertThat(first(server, start.replace("/api", "/" + "x".repeat(1024 * 1024)) + "\r\n"))
          .startsWith("HTTP/1.1 414 ");
      assertThat(first(server, body)).startsWith("HTTP/1.1 413 ");
      assertThat(first(server, chunked)).startsWith("HTTP/1.1 413 ");
      assertThat(server.answer(RawServer.get(API))).startsWith("HTTP/1.1 200 ");
    }
  }

  /** What comes back first, whether or not all of the request is read. */
  private String first(RawServer server, String request) throws IOException {
    Socket socket = server.connect();
    sockets.add(socket);
    Thread sender =
        new Thread(
            () -> {
              try {
                socket.getOutputStream().write(request.getBytes(US_ASCII));
              } catch (IOException cutOff) {
                // The answer has come before.
              }
            });
    sender.start();
    byte[] answer = new byte[200];
    int count = socket.getInputStream().read(answer);
    return count < 0 ? "" : new String(answer, 0, count, US_ASCII);
  }

  private Socket send(RawServer server, String request) throws IOException {
    Socket socket = server.connect();
    sockets.add(socket);
    socket.getOutputStream().write(request.getBytes(US_ASCII));
    return socket;
  }

  private static int status(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    byte[] line = in.readNBytes("HTTP/1.1 200".length());
    return line.length < 12 ? 0 : Integer.parseInt(new String(line, 9, 3, US_ASCII));
  }
}
