package dev.tuneornot.dashboard.web;

import dev.tuneornot.dashboard.config.HttpSettings;
import dev.tuneornot.dashboard.json.Json;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.compression.gzip.GzipCompression;
import org.eclipse.jetty.compression.server.CompressionConfig;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens. */
public final class WebServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
  private static final int THREADS = 32;
  private static final int ACCEPT_QUEUE = 512;
  private static final int CONNECTIONS_BESIDE_STREAMS = 500;
  private static final int HEADER_BYTES = 16 * 1024;
  private static final Duration IDLE = Duration.ofSeconds(30);
  private static final long STOP_MS = 2_000;

  private final Server server;
  private final ServerConnector connector;

  private WebServer(Server server, ServerConnector connector) {
    this.server = server;
    this.connector = connector;
  }

  /**
   * @throws IOException where the address cannot be listened on
   */
  public static WebServer start(HttpSettings settings, Site site, MeterRegistry meters)
      throws IOException {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS);
    threads.setName("tune-or-not-http");
    Server server = new Server(threads);
    ServerConnector connector =
        new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration()));
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    connector.setAcceptQueueSize(ACCEPT_QUEUE);
    connector.setIdleTimeout(IDLE.toMillis());
    server.addConnector(connector);
    // Above it nobody is accepted until somebody goes; who says nothing goes after IDLE.
    server.addBean(
        new NetworkConnectionLimit(settings.streams() + CONNECTIONS_BESIDE_STREAMS, connector));
    server.setHandler(handlers(settings, new Dispatcher(site.routes(), meters)));
    server.setErrorHandler(WebServer::error);
    server.setStopTimeout(STOP_MS);
    try {
      server.start();
    } catch (IOException e) {
      stop(server);
      throw e;
    } catch (Exception e) {
      stop(server);
      throw new IllegalStateException(e);
    }
    return new WebServer(server, connector);
  }

  private static HttpConfiguration configuration() {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    configuration.setRequestHeaderSize(HEADER_BYTES);
    // Ids may hold any character, percent-encoded; paths are compared as they were sent.
    configuration.setUriCompliance(
        UriCompliance.DEFAULT.with(
            "ids",
            UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
            UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING,
            UriCompliance.Violation.AMBIGUOUS_PATH_SEGMENT,
            UriCompliance.Violation.AMBIGUOUS_EMPTY_SEGMENT,
            UriCompliance.Violation.AMBIGUOUS_PATH_PARAMETER,
            UriCompliance.Violation.SUSPICIOUS_PATH_CHARACTERS));
    return configuration;
  }

  private static Handler handlers(HttpSettings settings, Handler dispatcher) {
    Handler handler = compressed(dispatcher);
    if (settings.credentials() != null) {
      handler = new Authentication(handler, settings.credentials());
    } else if (settings.isLoopback()) {
      handler = new HostCheck(handler, settings.names());
    }
    return new SecurityHeaders(handler);
  }

  private static Handler compressed(Handler handler) {
    CompressionHandler compression = new CompressionHandler(handler);
    compression.putCompression(new GzipCompression());
    compression.putConfiguration(
        "/*",
        CompressionConfig.builder()
            .compressIncludeMethod("GET")
            .compressIncludeMimeType("application/json")
            .compressIncludeMimeType("application/jsonl")
            .compressIncludeMimeType("text/csv")
            .compressIncludeMimeType("text/html")
            .compressIncludeMimeType("text/css")
            .compressIncludeMimeType("text/javascript")
            .compressIncludeMimeType("text/plain")
            .compressIncludeMimeType("image/svg+xml")
            .decompressExcludePath("/*")
            .build());
    return compression;
  }

  /** For what is no proper request, and for what no handler foresaw. */
  private static boolean error(Request request, Response response, Callback callback) {
    int status = response.getStatus() < 400 ? 500 : response.getStatus();
    SecurityHeaders.addTo(response.getHeaders());
    Answer.json(status, Json.error(HttpStatus.getMessage(status)))
        .send(request, response, callback);
    return true;
  }

  public int port() {
    return connector.getLocalPort();
  }

  @Override
  public void close() {
    stop(server);
  }

  private static void stop(Server server) {
    try {
      server.stop();
    } catch (TimeoutException e) {
      LOG.info("Connections that did not end within {} ms have been cut", STOP_MS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
