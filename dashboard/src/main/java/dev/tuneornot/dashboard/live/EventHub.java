package dev.tuneornot.dashboard.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tuneornot.dashboard.json.Bodies;
import dev.tuneornot.dashboard.projection.Batch;
import dev.tuneornot.dashboard.projection.ProjectionListener;
import dev.tuneornot.dashboard.query.Portfolios;
import dev.tuneornot.model.PriceImpact;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayOutputStream;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All browsers that are told of changes, twice a second at most. */
public final class EventHub implements ProjectionListener, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EventHub.class);
  private static final long FLUSH_MS = 500;
  private static final int FLUSHES_A_HEARTBEAT = 30;
  private static final byte[] HEARTBEAT = ": still here\n\n".getBytes(UTF_8);

  private final Portfolios portfolios;
  private final int most;
  private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();
  private final PendingChanges pending = new PendingChanges();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "tune-or-not-events");
            thread.setDaemon(true);
            return thread;
          });
  private long lastId;
  private int flushes;

  /**
   * @param most streams at the same time
   */
  public EventHub(Portfolios portfolios, int most, MeterRegistry meters) {
    this.portfolios = portfolios;
    this.most = most;
    Gauge.builder("tuneornot.event.streams", streams, Set::size)
        .description("Browsers that are told of changes")
        .register(meters);
  }

  public void start() {
    ScheduledFuture<?> unused =
        timer.scheduleAtFixedRate(this::flush, FLUSH_MS, FLUSH_MS, TimeUnit.MILLISECONDS);
  }

  @Override
  public void applied(Batch batch) {
    pending.add(batch);
  }

  /**
   * Begins to tell a browser; it is told the present sums first.
   *
   * @return whether there was room for one more; otherwise nothing has been done
   */
  public boolean open(Request request, Response response, Callback callback) {
    EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
    EventStream stream = new EventStream(response, endPoint::close, callback, streams::remove);
    synchronized (streams) {
      if (streams.size() >= most) {
        return false;
      }
      streams.add(stream);
    }
    request.addFailureListener(stream::abort);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream");
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.getHeaders().put("X-Accel-Buffering", "no");
    timer.execute(() -> welcome(stream));
    return true;
  }

  private void welcome(EventStream stream) {
    stream.send("retry: 2000\n\n".getBytes(UTF_8));
    try {
      stream.send(event("portfolios", Bodies.overview(portfolios.overview())));
    } catch (SQLException e) {
      LOG.warn("The sums cannot be told: {}", e.getMessage());
    }
  }

  private void flush() {
    try {
      if (++flushes % FLUSHES_A_HEARTBEAT == 0) {
        broadcast(HEARTBEAT);
      }
      PendingChanges.Taken taken = pending.take();
      if (taken.summaries() && !streams.isEmpty()) {
        broadcast(event("portfolios", Bodies.overview(portfolios.overview())));
      }
      if (taken.proposals() > 0) {
        broadcast(event("recommendations", Bodies.changed(taken.ids(), taken.proposals())));
      }
      for (String model : taken.models()) {
        broadcast(event("price", Bodies.model(model)));
      }
      for (PriceImpact impact : taken.impacts()) {
        broadcast(event("impact", Bodies.impact(impact)));
      }
    } catch (SQLException | RuntimeException e) {
      // A task that throws is not run again.
      LOG.warn("Changes cannot be told", e);
    }
  }

  private void broadcast(byte[] event) {
    streams.forEach(stream -> stream.send(event));
  }

  /** The data is one line: JSON has no line breaks of its own. */
  private byte[] event(String name, byte[] data) {
    ByteArrayOutputStream event = new ByteArrayOutputStream(data.length + 64);
    event.writeBytes(("id: " + ++lastId + "\nevent: " + name + "\ndata: ").getBytes(UTF_8));
    event.writeBytes(data);
    event.writeBytes("\n\n".getBytes(UTF_8));
    return event.toByteArray();
  }

  @Override
  public void close() {
    timer.shutdownNow();
    streams.forEach(EventStream::close);
  }
}
