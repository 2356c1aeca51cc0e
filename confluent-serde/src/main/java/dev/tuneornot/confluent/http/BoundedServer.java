package dev.tuneornot.confluent.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.LowResourceMonitor;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens. What cannot be answered is answered with {@code {"error": "..."}}. */
public final class BoundedServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BoundedServer.class);
  private static final int ACCEPT_QUEUE = 512;
  private static final int HEADER_BYTES = 16 * 1024;
  private static final long STOP_MS = 2_000;
  private static final long STOP_IDLE_MS = 50;

  private final Javalin javalin;

  private BoundedServer(Javalin javalin) {
    this.javalin = javalin;
  }

  /**
   * @param routes adds what can be asked for
   * @throws IOException where the address cannot be listened on
   */
  public static BoundedServer start(Listening listening, Consumer<JavalinConfig> routes)
      throws IOException {
    Javalin javalin =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.startup.showOldJavalinVersionWarning = false;
              config.startup.startupWatcherEnabled = false;
              config.http.prefer405over404 = true;
              config.router.ignoreTrailingSlashes = false;
              configureJetty(config, listening);
              config.routes.exception(HttpResponseException.class, BoundedServer::refused);
              config.routes.exception(Exception.class, BoundedServer::failed);
              routes.accept(config);
            });
    try {
      javalin.start();
    } catch (JavalinException e) {
      stop(javalin);
      throw e.getCause() instanceof IOException cause ? cause : new IOException(e);
    }
    return new BoundedServer(javalin);
  }

  private static void configureJetty(JavalinConfig config, Listening listening) {
    QueuedThreadPool threads = new QueuedThreadPool(listening.threads());
    threads.setName(listening.name());
    config.jetty.threadPool = threads;
    config.jetty.modifyHttpConfiguration(BoundedServer::configureHttp);
    config.jetty.modifyServer(server -> configureServer(server, listening));
    config.jetty.modifyServletContextHandler(
        context -> context.getServletHandler().setDecodeAmbiguousURIs(true));
    config.jetty.addConnector((server, http) -> connector(server, http, listening));
  }

  private static void configureHttp(HttpConfiguration http) {
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(HEADER_BYTES);
    // Ids may hold any character, percent-encoded; paths are compared as they were sent.
    http.setUriCompliance(
        UriCompliance.DEFAULT.with(
            "ids",
            UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
            UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING,
            UriCompliance.Violation.AMBIGUOUS_PATH_SEGMENT,
            UriCompliance.Violation.AMBIGUOUS_EMPTY_SEGMENT,
            UriCompliance.Violation.AMBIGUOUS_PATH_PARAMETER,
            UriCompliance.Violation.SUSPICIOUS_PATH_CHARACTERS));
  }

  private static void configureServer(Server server, Listening listening) {
    // It would cut those who listen to events where threads are few.
    server.getBeans(LowResourceMonitor.class).forEach(server::removeBean);
    server.setHandler(new Gate(listening));
    server.setErrorHandler(BoundedServer::error);
    server.setStopTimeout(STOP_MS);
  }

  private static ServerConnector connector(
      Server server, HttpConfiguration http, Listening listening) {
    ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(listening.host());
    connector.setPort(listening.port());
    connector.setAcceptQueueSize(ACCEPT_QUEUE);
    connector.setIdleTimeout(listening.idle().toMillis());
    // Who only keeps a connection open is not waited for; Jetty's default is a second.
    connector.setShutdownIdleTimeout(STOP_IDLE_MS);
    // Above it nobody is accepted until somebody goes; who says nothing goes soon.
    server.addBean(new NetworkConnectionLimit(listening.connections(), connector));
    return connector;
  }

  /**
   * Answers GET and HEAD: without a handler of its own, HEAD would be answered with 200 whatever
   * GET says.
   */
  public static void get(JavalinConfig config, String path, Handler handler) {
    config.routes.get(path, handler).head(path, handler);
  }

  private static void refused(HttpResponseException refusal, Context context) {
    String allowed = refusal.getDetails().get("availableMethods");
    if (allowed != null) {
      context.header("Allow", allowed);
    }
    answer(context, refusal.getStatus(), String.valueOf(refusal.getMessage()));
  }

  private static void failed(Exception failure, Context context) {
    LOG.error(context.path(), failure);
    answer(context, 500, "this is an error of the program");
  }

  /** Answers that something is wrong. */
  public static void answer(Context context, int status, String message) {
    context
        .status(status)
        .header("Cache-Control", "no-store")
        .contentType("application/json")
        .result(Errors.json(message));
  }

  /** For what is no proper request, and for what no handler foresaw. */
  private static boolean error(Request request, Response response, Callback callback) {
    int status = response.getStatus() < 400 ? 500 : response.getStatus();
    Gate.addSecurityHeaders(response.getHeaders());
    Errors.send(response, callback, status, HttpStatus.getMessage(status));
    return true;
  }

  public int port() {
    return javalin.port();
  }

  @Override
  public void close() {
    stop(javalin);
  }

  private static void stop(Javalin javalin) {
    try {
      javalin.jettyServer().server().stop();
    } catch (TimeoutException e) {
      LOG.info("Connections that did not end within {} ms have been cut", STOP_MS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
