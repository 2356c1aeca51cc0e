package dev.tuneornot.dashboard.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tuneornot.dashboard.json.Json;
import dev.tuneornot.dashboard.projection.Batch;
import dev.tuneornot.dashboard.projection.ProjectionListener;
import dev.tuneornot.dashboard.projection.ProjectionState;
import dev.tuneornot.dashboard.query.Portfolios;
import dev.tuneornot.model.PriceImpact;
import io.javalin.http.Context;
import io.javalin.http.ServiceUnavailableResponse;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayOutputStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All browsers that are told of changes, twice a second at most. */
public final class EventHub implements ProjectionListener, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EventHub.class);
  private final Portfolios portfolios;
  private final int most;
  private final Pace pace;
  private final AtomicInteger taken = new AtomicInteger();

  /** Those that have been welcomed. */
  private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();

  private final PendingChanges pending = new PendingChanges();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "tune-or-not-events");
            thread.setDaemon(true);
            return thread;
          });
  private volatile Source source = new Source(false, "not started");
  private long lastId;
  private int flushes;

  /**
   * How often browsers are told.
   *
   * @param flush what has changed
   * @param ping that they are still being told
   */
  public record Pace(Duration flush, Duration ping) {

    /** Twice a second and every 15 seconds. */
    public static final Pace DEFAULT = new Pace(Duration.ofMillis(500), Duration.ofSeconds(15));

    private int flushesAPing() {
      return (int) ping.dividedBy(flush);
    }
  }

  /** The proposals that changed: some ids, and how many there are. */
  private record Changed(List<String> ids, long count) {}

  /**
   * Whether the rows are those of the topics now.
   *
   * @param reason why not; empty where they are
   */
  private record Source(boolean current, String reason) {}

  /**
   * @param most streams at the same time
   */
  public EventHub(Portfolios portfolios, int most, Pace pace, MeterRegistry meters) {
    this.portfolios = portfolios;
    this.most = most;
    this.pace = pace;
    Gauge.builder("tuneornot.event.streams", taken, AtomicInteger::get)
        .description("Browsers that are told of changes")
        .register(meters);
  }

  public void start(Supplier<ProjectionState> state) {
    ScheduledFuture<?> unused =
        timer.scheduleAtFixedRate(
            () -> flush(state), 0, pace.flush().toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void applied(Batch batch) {
    pending.add(batch);
  }

  /**
   * Begins to tell a browser; it is told the state of the source and the present sums first.
   *
   * @throws ServiceUnavailableResponse where there is no room for one more
   */
  public void open(Context context) {
    ServletContextRequest request = ServletContextRequest.getServletContextRequest(context.req());
    EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
    CompletableFuture<Void> end = new CompletableFuture<>();
    EventStream stream =
        new EventStream(
            request.getServletContextResponse(),
            endPoint::close,
            ended -> {
              end.complete(null);
              streams.remove(ended);
              taken.decrementAndGet();
            });
    if (taken.incrementAndGet() > most) {
      taken.decrementAndGet();
      throw new ServiceUnavailableResponse("as many browsers are being told as may be");
    }
    request.addFailureListener(stream::abort);
    context.contentType("text/event-stream").header("X-Accel-Buffering", "no");
    context.future(
        () -> {
          timer.execute(() -> welcome(stream, end));
          return end;
        });
  }

  /** On the thread that tells all: what it tells others comes before this or after it. */
  private void welcome(EventStream stream, CompletableFuture<?> end) {
    stream.send("retry: 2000\n\n".getBytes(UTF_8));
    stream.send(event("source", source));
    try {
      stream.send(event("portfolios", portfolios.overview()));
    } catch (SQLException e) {
      LOG.warn("The sums cannot be told: {}", e.getMessage());
      pending.addSummaries();
    }
    streams.add(stream);
    if (end.isDone()) {
      streams.remove(stream);
    }
  }

  private void flush(Supplier<ProjectionState> state) {
    try {
      tellSource(state.get());
      PendingChanges.Taken changes = pending.take();
      if (changes.summaries() && !streams.isEmpty()) {
        tellSums();
      }
      if (changes.proposals() > 0) {
        broadcast("recommendations", new Changed(changes.ids(), changes.proposals()));
      }
      if (changes.outcomes() > 0) {
        broadcast("changes", Map.of("count", changes.outcomes()));
      }
      for (String model : changes.models()) {
        broadcast("price", Map.of("modelId", model));
      }
      for (PriceImpact impact : changes.impacts()) {
        broadcast("impact", impact);
      }
    } catch (RuntimeException e) {
      // A task that throws is not run again.
      LOG.warn("Changes cannot be told", e);
    }
  }

  /**
   * At once where it has changed, and in every ping: who hears none knows that the link is dead.
   */
  private void tellSource(ProjectionState state) {
    Source before = source;
    source = new Source(state.live() && state.caughtUp(), state.reason());
    if (before.current() != source.current()) {
      broadcast("source", source);
    }
    if (++flushes % pace.flushesAPing() == 0) {
      broadcast("ping", source);
    }
  }

  private void tellSums() {
    try {
      broadcast("portfolios", portfolios.overview());
    } catch (SQLException e) {
      LOG.warn("The sums cannot be told yet: {}", e.getMessage());
      pending.addSummaries();
    }
  }

  private void broadcast(String name, Object data) {
    byte[] event = event(name, data);
    streams.forEach(stream -> stream.send(event));
  }

  /** The data is one line: JSON has no line breaks of its own. */
  private byte[] event(String name, Object data) {
    ByteArrayOutputStream event = new ByteArrayOutputStream();
    event.writeBytes(("id: " + ++lastId + "\nevent: " + name + "\ndata: ").getBytes(UTF_8));
    event.writeBytes(Json.bytes(data));
    event.writeBytes("\n\n".getBytes(UTF_8));
    return event.toByteArray();
  }

  @Override
  public void close() {
    timer.shutdownNow();
    streams.forEach(EventStream::close);
  }
}
