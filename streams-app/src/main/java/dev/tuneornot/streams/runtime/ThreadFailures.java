package dev.tuneornot.streams.runtime;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what becomes of a stream thread that died: replaced, as long as that does not become a
 * loop; else, or where only an operator can help, the application stops with one clear message.
 */
final class ThreadFailures implements StreamsUncaughtExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ThreadFailures.class);
  private static final int MAX_REPLACEMENTS = 5;
  private static final Duration WINDOW = Duration.ofMinutes(5);

  private final Deque<Long> replacements = new ArrayDeque<>();
  private volatile @Nullable Throwable fatal;

  @Override
  public synchronized StreamThreadExceptionResponse handle(Throwable failure) {
    long now = System.nanoTime();
    while (!replacements.isEmpty() && now - replacements.peek() > WINDOW.toNanos()) {
      replacements.remove();
    }
    if (needsOperator(failure) || replacements.size() >= MAX_REPLACEMENTS) {
      fatal = failure;
      LOG.error("The application stops: {}", rootMessage(failure), failure);
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
    replacements.add(now);
    LOG.error("A stream thread died and is replaced: {}", rootMessage(failure), failure);
    return StreamThreadExceptionResponse.REPLACE_THREAD;
  }

  /** What stopped the application; null while nothing has. */
  @Nullable Throwable fatal() {
    return fatal;
  }

  static String rootMessage(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root.toString();
  }

  private static boolean needsOperator(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof AuthorizationException
          || cause instanceof AuthenticationException
          || cause instanceof MissingSourceTopicException
          || cause instanceof VirtualMachineError) {
        return true;
      }
    }
    return false;
  }
}
