package dev.tuneornot.streams.runtime;

import dev.tuneornot.confluent.RootCause;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TransactionAbortableException;
import org.apache.kafka.common.errors.TransactionAbortedException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.ProcessorStateException;
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

  /** Of an internal topic; Kafka Streams names it. */
  private static final String NO_TOPIC = "Could not create topic ";

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
    if (needsOperator(failure)) {
      return stop(failure);
    }
    if (endsATransactionOnly(failure)) {
      LOG.warn(
          "A stream thread is replaced, its transaction is void: {}",
          RootCause.of(failure).toString());
      return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
    if (replacements.size() >= MAX_REPLACEMENTS) {
      return stop(failure);
    }
    replacements.add(now);
    LOG.error(
        "A stream thread died and is replaced: {}", RootCause.of(failure).toString(), failure);
    return StreamThreadExceptionResponse.REPLACE_THREAD;
  }

  private StreamThreadExceptionResponse stop(Throwable failure) {
    fatal = failure;
    LOG.error("The application stops: {}", explanation(failure), failure);
    return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }

  /** What stopped the application; null while nothing has. */
  @Nullable Throwable fatal() {
    return fatal;
  }

  /** What happened and what to do about it, for the one line that an operator reads. */
  static String explanation(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String remedy = remedy(cause);
      if (!remedy.isEmpty()) {
        return cause.getMessage() + " (" + whatFor(failure) + "); " + remedy;
      }
    }
    return RootCause.of(failure).toString();
  }

  /**
   * Kafka Streams' own message names topic and task; what it says behind that is for its authors.
   */
  private static String whatFor(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    int end = message.indexOf(" due to:");
    if (end >= 0) {
      return message.substring(0, end);
    }
    return message.startsWith(NO_TOPIC) ? message : failure.getClass().getSimpleName();
  }

  private static String remedy(Throwable cause) {
    if (cause instanceof AuthorizationException) {
      return "give the application's principal the rights listed in docs/security.md";
    }
    if (cause instanceof AuthenticationException) {
      return "check the credentials (security.protocol, sasl.*, ssl.*)";
    }
    if (cause instanceof MissingSourceTopicException) {
      return "`tune-or-not topics create` creates what is missing, `topics check` checks";
    }
    if (cause instanceof InvalidReplicationFactorException) {
      return "set replication.factor to what the cluster has brokers for, or start more of them";
    }
    if (cause instanceof RecordTooLargeException) {
      return "raise max.message.bytes of the topic; `tune-or-not topics check` tells which";
    }
    if (cause instanceof ProcessorStateException) {
      return "make room on the disk of state.dir, or delete what is in it: it is restored from Kafka";
    }
    return "";
  }

  /**
   * Whether the broker has ended a transaction that took too long, or given it to another: what the
   * next thread does over again. Kafka Streams handles most of these itself, but takes some for a
   * bug: a thread that stalls beyond transaction.timeout.ms may be told InvalidTxnStateException,
   * from brokers before 4.1.1 where it should be InvalidProducerEpochException (KAFKA-19690), from
   * all of them where it ends the transaction.
   */
  private static boolean endsATransactionOnly(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof InvalidTxnStateException
          || cause instanceof InvalidProducerEpochException
          || cause instanceof ProducerFencedException
          || cause instanceof InvalidPidMappingException
          || cause instanceof TransactionAbortableException
          || cause instanceof TransactionAbortedException) {
        return true;
      }
    }
    return false;
  }

  private static boolean needsOperator(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof VirtualMachineError || !remedy(cause).isEmpty()) {
        return true;
      }
    }
    return false;
  }
}
