package dev.tuneornot.cli.input;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Lets another thread parse ahead while this one works on what was read: same elements, same order,
 * bounded memory. What goes wrong there is thrown here.
 */
final class ReadAhead<T> implements Iterator<T>, AutoCloseable {

  private static final int BATCH = 256;
  private static final int BATCHES_AHEAD = 8;

  /** What travels between the threads; an empty batch is the end. */
  private record Batch<T>(List<T> elements, @Nullable RuntimeException failure) {}

  private final Iterator<? extends T> source;
  private final BlockingQueue<Batch<T>> queue = new ArrayBlockingQueue<>(BATCHES_AHEAD);
  private final Thread reader;
  private Iterator<T> current = Collections.emptyIterator();
  private @Nullable RuntimeException failure;
  private boolean ended;

  ReadAhead(Iterator<? extends T> source) {
    this.source = source;
    this.reader = new Thread(this::read, "read-ahead");
    reader.setDaemon(true);
    reader.start();
  }

  @Override
  public boolean hasNext() {
    while (!current.hasNext()) {
      if (failure != null) {
        throw failure;
      }
      if (ended) {
        return false;
      }
      takeBatch();
    }
    return true;
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return current.next();
  }

  /** Stops reading and waits for the other thread, so that its source may be closed. */
  @Override
  public void close() {
    reader.interrupt();
    queue.clear();
    try {
      reader.join(1000);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void takeBatch() {
    try {
      Batch<T> batch = queue.take();
      current = batch.elements().iterator();
      failure = batch.failure();
      ended = batch.elements().isEmpty();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading", interrupted);
    }
  }

  private void read() {
    List<T> elements = new ArrayList<>(BATCH);
    try {
      try {
        while (source.hasNext()) {
          elements.add(source.next());
          if (elements.size() == BATCH) {
            queue.put(new Batch<>(elements, null));
            elements = new ArrayList<>(BATCH);
          }
        }
        if (!elements.isEmpty()) {
          queue.put(new Batch<>(elements, null));
        }
        queue.put(new Batch<>(List.of(), null));
      } catch (RuntimeException broken) {
        queue.put(new Batch<>(elements, broken));
      }
    } catch (InterruptedException closed) {
      // close() wants no more: nobody is left to tell.
      Thread.currentThread().interrupt();
    }
  }
}
