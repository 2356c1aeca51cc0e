package dev.tuneornot.standalone;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has to be undone at the end, in one order, by whoever comes first: the program or Ctrl-C.
 * (Shutdown hooks of their own would run beside each other.)
 */
final class CleanUp implements AutoCloseable {

  /** Something that is undone by closing it. */
  interface Start<T extends AutoCloseable> {
    T get() throws IOException, InterruptedException;
  }

  private static final Logger LOG = LoggerFactory.getLogger(CleanUp.class);

  /** A broker that is interrupted while it starts fails with a page of messages. */
  private static final Duration START_PATIENCE = Duration.ofSeconds(15);

  private final Duration startPatience;
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<AutoCloseable> resources = new ArrayDeque<>();
  private volatile @Nullable Thread starting;
  private volatile boolean stopping;
  private boolean closed;

  /**
   * @param startPatience how long the end waits for a start that is under way
   */
  CleanUp(Duration startPatience) {
    this.startPatience = startPatience;
  }

  /** Also at the end of the JVM, from now on. */
  static CleanUp atExit() {
    CleanUp cleanUp = new CleanUp(START_PATIENCE);
    Runtime.getRuntime().addShutdownHook(new Thread(cleanUp::stop, "quickstart-stop"));
    return cleanUp;
  }

  /**
   * Starts something, and undoes it later, before what was started earlier.
   *
   * @throws InterruptedException where the end has come
   */
  <T extends AutoCloseable> T add(Start<T> start) throws IOException, InterruptedException {
    lock.lock();
    try {
      if (closed) {
        throw new InterruptedException("stopped");
      }
      starting = Thread.currentThread();
      T started = start.get();
      resources.push(started);
      return started;
    } catch (IOException | RuntimeException | LinkageError e) {
      if (!stopping) {
        throw e;
      }
      // Kafka's classes, for one, want to add a shutdown hook when they are loaded.
      InterruptedException stopped = new InterruptedException("stopped");
      stopped.initCause(e);
      throw stopped;
    } finally {
      starting = null;
      lock.unlock();
    }
  }

  /** Waits for a start that is under way, interrupts it where it takes long, and undoes all. */
  void stop() {
    stopping = true;
    try {
      if (lock.tryLock(startPatience.toMillis(), TimeUnit.MILLISECONDS)) {
        lock.unlock();
      } else {
        Thread interrupted = starting;
        if (interrupted != null) {
          interrupted.interrupt();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    close();
  }

  /** A second call does nothing. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      while (!resources.isEmpty()) {
        close(resources.pop());
      }
    } finally {
      lock.unlock();
    }
  }

  private static void close(AutoCloseable resource) {
    try {
      resource.close();
    } catch (Exception e) {
      LOG.warn("Not everything was cleaned up", e);
    }
  }
}
