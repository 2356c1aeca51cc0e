package dev.tuneornot.dashboard.live;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.IteratingCallback;
import org.jspecify.annotations.Nullable;

/**
 * One browser that is told of changes. What it does not take in time is queued up to a bound; then
 * the connection ends, and the browser comes back for the present state.
 */
final class EventStream extends IteratingCallback {
  private static final int MOST_QUEUED_BYTES = 512 * 1024;

  private final Response response;
  private final Consumer<Throwable> disconnect;
  private final Consumer<EventStream> onEnd;
  private final Queue<byte[]> queue = new ArrayDeque<>();
  private int queuedBytes;

  /**
   * @param disconnect ends the connection, and with it a write that nobody takes
   * @param onEnd is told once, when it has ended
   */
  EventStream(Response response, Consumer<Throwable> disconnect, Consumer<EventStream> onEnd) {
    this.response = response;
    this.disconnect = disconnect;
    this.onEnd = onEnd;
  }

  void send(byte[] event) {
    boolean fits;
    synchronized (queue) {
      fits = queuedBytes + event.length <= MOST_QUEUED_BYTES;
      if (fits) {
        queue.add(event);
        queuedBytes += event.length;
      }
    }
    if (fits) {
      iterate();
    } else {
      // While a write is pending, to abort alone would only take effect when it ends, which it
      // never does where the other side does not read.
      IllegalStateException cause = new IllegalStateException("the browser does not keep up");
      if (abort(cause)) {
        disconnect.accept(cause);
      }
    }
  }

  @Override
  protected Action process() {
    byte @Nullable [] event;
    synchronized (queue) {
      event = queue.poll();
      if (event == null) {
        return Action.IDLE;
      }
      queuedBytes -= event.length;
    }
    response.write(false, ByteBuffer.wrap(event), this);
    return Action.SCHEDULED;
  }

  @Override
  protected void onCompleted(@Nullable Throwable cause) {
    onEnd.accept(this);
  }
}
