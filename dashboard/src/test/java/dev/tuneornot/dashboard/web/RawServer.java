package dev.tuneornot.dashboard.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tuneornot.confluent.http.BoundedServer;
import dev.tuneornot.dashboard.config.HttpSettings;
import dev.tuneornot.dashboard.live.EventHub;
import dev.tuneornot.dashboard.projection.ProjectionState;
import dev.tuneornot.dashboard.projection.Recommended;
import dev.tuneornot.dashboard.projection.Stored;
import dev.tuneornot.dashboard.query.Portfolios;
import dev.tuneornot.model.Verdict;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** A dashboard's server over a few rows, and connections to it on which anything can be sent. */
final class RawServer implements AutoCloseable {
  private static final int PATIENCE_MS = 20_000;

  /** So that much can be told in little time. */
  private static final EventHub.Pace OFTEN =
      new EventHub.Pace(Duration.ofMillis(50), Duration.ofSeconds(15));

  private final PrometheusMeterRegistry meters =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Stored stored;
  private final EventHub events;
  private final BoundedServer server;

  /**
   * @param streams most at the same time
   */
  RawServer(Path directory, int streams) throws SQLException, IOException {
    stored = Stored.sqlite(directory);
    stored.write(
        Recommended.batch(Recommended.tune("go", Verdict.GO, 100), Recommended.prompt("a/b")));
    events = new EventHub(new Portfolios(stored.database()), streams, OFTEN, meters);
    events.start(() -> new ProjectionState(true, true, "", 0));
    server =
        WebServer.start(
            new HttpSettings("127.0.0.1", 0, null, List.of(), streams),
            new Site(stored.database(), events, meters));
  }

  EventHub events() {
    return events;
  }

  /** How many event streams there are. */
  int streams() {
    return (int) meters.get("tuneornot.event.streams").gauge().value();
  }

  Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    socket.setSoTimeout(PATIENCE_MS);
    return socket;
  }

  /**
   * @param receiveBuffer bytes that the client's side takes unread
   */
  Socket connect(int receiveBuffer) throws IOException {
    Socket socket = new Socket();
    // Before it is connected: the window is agreed upon then.
    socket.setReceiveBufferSize(receiveBuffer);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
    socket.setSoTimeout(PATIENCE_MS);
    return socket;
  }

  /** A GET of this path, and its end. */
  static byte[] get(String path) {
    return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        .getBytes(UTF_8);
  }

  /** All that comes back for these bytes, as far as the server wants to read them. */
  String answer(byte[] request) throws IOException {
    try (Socket socket = connect()) {
      StringBuilder answer = new StringBuilder();
      try {
        socket.getOutputStream().write(request);
        socket.shutdownOutput();
        byte[] part = new byte[8192];
        for (int count = socket.getInputStream().read(part);
            count >= 0;
            count = socket.getInputStream().read(part)) {
          answer.append(new String(part, 0, count, ISO_8859_1));
        }
      } catch (SocketException cutOff) {
        // What came until then counts.
      }
      return answer.toString();
    }
  }

  @Override
  public void close() {
    events.close();
    server.close();
    stored.close();
  }
}
