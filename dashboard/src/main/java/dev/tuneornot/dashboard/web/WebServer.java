package dev.tuneornot.dashboard.web;

import dev.tuneornot.confluent.http.BoundedServer;
import dev.tuneornot.confluent.http.Listening;
import dev.tuneornot.dashboard.config.HttpSettings;
import java.io.IOException;
import java.time.Duration;

/** Listens as the settings say. */
public final class WebServer {
  private static final int THREADS = 32;
  private static final int CONNECTIONS_BESIDE_STREAMS = 500;

  /** Longer than from ping to ping. */
  private static final Duration IDLE = Duration.ofSeconds(30);

  private WebServer() {}

  /**
   * @throws IOException where the address cannot be listened on
   */
  public static BoundedServer start(HttpSettings settings, Site site) throws IOException {
    Listening listening =
        new Listening(
            "tune-or-not-http",
            settings.host(),
            settings.port(),
            THREADS,
            settings.streams() + CONNECTIONS_BESIDE_STREAMS,
            IDLE,
            Listening.READING,
            settings.names(),
            settings.credentials() == null
                ? null
                : new BasicAuthentication(settings.credentials()));
    return BoundedServer.start(listening, site::addTo);
  }
}
