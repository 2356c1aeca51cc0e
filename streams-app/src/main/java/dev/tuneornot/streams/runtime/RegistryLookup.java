package dev.tuneornot.streams.runtime;

import dev.tuneornot.confluent.RegistryFailure;
import dev.tuneornot.streams.inbound.SchemaLookup;
import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks writer schemas up in the registry, on threads of its own: a stream thread waits for an
 * answer only briefly, and only for the one id that is being looked up. Several are looked up at
 * the same time; ids that were never answered and those that are asked again take turns, so that
 * neither keep the others waiting. Thread-safe.
 *
 * <p>An id counts as unknown once the registry has said so for as long as a replica of it may lag
 * behind. All times count from an answer, never from a question: a registry that takes long to
 * answer is not asked again before its answer was used.
 */
final class RegistryLookup implements SchemaLookup, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RegistryLookup.class);
  private static final int THREADS = 8;

  /** How long a stream thread waits for the answer to an id that is new. */
  private static final Duration FIRST_ANSWER = Duration.ofMillis(100);

  static final Duration ASK_AGAIN_AFTER = Duration.ofSeconds(1);

  /**
   * The pause between two "not found" grows with how long they have been coming, up to so many of
   * the first one.
   */
  private static final int LONGEST_PAUSE = 2;

  /** How long one look-up thread pauses where the registry does not answer. */
  private static final Duration BREATH = Duration.ofMillis(100);

  /** What was refused once is refused at once for so long; then it is asked for anew. */
  private static final Duration UNKNOWN_STAYS = Duration.ofMinutes(1);

  /** Random bytes name random ids. What comes beyond has to wait. */
  private static final int MOST_IDS = 100_000;

  private final SchemaRegistryClient client;
  private final String knownSubject;
  private final long patienceNanos;
  private final long askAgainNanos;
  private final Map<Integer, Asked> asked = new HashMap<>();

  /** A registry counts its ids up from 1, random bytes name large ones: the smallest first. */
  private final Queue<Asked> fresh = new PriorityQueue<>();

  private final Queue<Asked> again = new ArrayDeque<>();
  private final List<Thread> threads = new ArrayList<>();
  private boolean againIsNext;
  private int inFlight;
  private long lastForgot = System.nanoTime();
  private boolean closed;

  /** What is known of an id; guarded by the lookup. */
  private static final class Asked implements Comparable<Asked> {
    private final int schemaId;
    private boolean isQueued;
    private @Nullable Answer answer;
    private long answeredAt;
    private boolean isNotFound;
    private long notFoundSince;

    private Asked(int schemaId) {
      this.schemaId = schemaId;
    }

    @Override
    public int compareTo(Asked other) {
      return Integer.compare(schemaId, other.schemaId);
    }
  }

  /**
   * @param knownSubject a subject that the registry has, as long as it is the one that it was
   * @param patience how long the registry must have said of an id that it does not know it
   * @param askAgainAfter how long after an answer that is none the registry is asked anew
   */
  RegistryLookup(
      SchemaRegistryClient client, String knownSubject, Duration patience, Duration askAgainAfter) {
    this.client = client;
    this.knownSubject = knownSubject;
    this.patienceNanos = patience.toNanos();
    this.askAgainNanos = askAgainAfter.toNanos();
  }

  @Override
  public synchronized Answer find(int schemaId) {
    long now = System.nanoTime();
    Asked id = asked.get(schemaId);
    if (id == null) {
      if (asked.size() >= MOST_IDS && !forget(now)) {
        return new Answer.Unavailable("too many schema ids are being looked up");
      }
      id = new Asked(schemaId);
      asked.put(schemaId, id);
      boolean isOnlyOne = inFlight == 0 && fresh.isEmpty() && again.isEmpty();
      enqueue(id, fresh);
      if (isOnlyOne) {
        awaitAnswer(id, now + FIRST_ANSWER.toNanos());
      }
    } else if (!id.isQueued && isDue(id, now)) {
      if (id.answer instanceof Answer.Unknown) {
        id.isNotFound = false;
        id.answer = null;
      }
      enqueue(id, again);
    }
    return id.answer == null ? new Answer.Unavailable("being looked up") : id.answer;
  }

  private void enqueue(Asked id, Queue<Asked> queue) {
    id.isQueued = true;
    queue.add(id);
    if (threads.isEmpty()) {
      startThreads();
    }
    notifyAll();
  }

  private void startThreads() {
    for (int i = 0; i < THREADS; i++) {
      Thread thread = new Thread(this::work, "registry-lookup-" + i);
      thread.setDaemon(true);
      threads.add(thread);
      thread.start();
    }
  }

  /** Waits on this object, so others may come in meanwhile. */
  private void awaitAnswer(Asked id, long end) {
    try {
      for (long left = end - System.nanoTime();
          id.isQueued && left > 0;
          left = end - System.nanoTime()) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isDue(Asked id, long now) {
    long age = now - id.answeredAt;
    if (id.answer instanceof Answer.Found) {
      return false;
    }
    if (id.answer instanceof Answer.Unknown) {
      return age > UNKNOWN_STAYS.toNanos();
    }
    if (!id.isNotFound) {
      return age > askAgainNanos;
    }
    long soFar = id.answeredAt - id.notFoundSince;
    long pause = Math.min(Math.max(askAgainNanos, soFar), LONGEST_PAUSE * askAgainNanos);
    long left = patienceNanos - soFar;
    return age > (left > 0 ? Math.min(pause, left) : pause);
  }

  /** Forgets what nobody has asked for lately; answers whether there is room now. */
  private boolean forget(long now) {
    if (now - lastForgot > askAgainNanos) {
      lastForgot = now;
      asked
          .values()
          .removeIf(
              id ->
                  !id.isQueued
                      && !(id.answer instanceof Answer.Found)
                      && now - id.answeredAt > UNKNOWN_STAYS.toNanos());
    }
    return asked.size() < MOST_IDS;
  }

  private void work() {
    try {
      for (Asked id = next(); id != null; id = next()) {
        if (!answer(id, ask(id.schemaId))) {
          TimeUnit.NANOSECONDS.sleep(BREATH.toNanos());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized @Nullable Asked next() throws InterruptedException {
    while (!closed && fresh.isEmpty() && again.isEmpty()) {
      wait();
    }
    if (closed) {
      return null;
    }
    againIsNext = !againIsNext;
    Asked next = againIsNext ? again.poll() : fresh.poll();
    if (next == null) {
      next = againIsNext ? fresh.remove() : again.remove();
    }
    inFlight++;
    return next;
  }

  /** Takes an answer down; false where the registry gave none. */
  private boolean answer(Asked id, Looked looked) {
    Answer answer = looked.answer();
    long since;
    synchronized (this) {
      since = id.isNotFound ? id.notFoundSince : System.nanoTime();
    }
    if (looked.isNotFound() && System.nanoTime() - since >= patienceNanos) {
      answer = unknown(id.schemaId);
    }
    synchronized (this) {
      if (answer instanceof Answer.Unavailable away && id.answer == null && !looked.isNotFound()) {
        LOG.warn("Records of schema id {} wait: {}", id.schemaId, away.message());
      }
      if (looked.isNotFound()) {
        id.isNotFound = true;
        id.notFoundSince = since;
      }
      id.answer = answer;
      id.answeredAt = System.nanoTime();
      id.isQueued = false;
      inFlight--;
      notifyAll();
    }
    return looked.isNotFound() || !(answer instanceof Answer.Unavailable);
  }

  /** What one question came to. */
  private record Looked(Answer answer, boolean isNotFound) {}

  private Looked ask(int schemaId) {
    try {
      ParsedSchema schema = client.getSchemaById(schemaId);
      Answer answer =
          schema.rawSchema() instanceof Schema avro
              ? new Answer.Found(avro)
              : new Answer.Unknown("is not an Avro schema but " + schema.schemaType());
      return new Looked(answer, false);
    } catch (Exception | StackOverflowError e) {
      // Whatever a registry, or what stands in its place, comes up with must not end a task.
      if (RegistryFailure.of(e) == RegistryFailure.NOT_FOUND) {
        return new Looked(
            new Answer.Unavailable("the schema registry does not know it, as yet"), true);
      }
      return new Looked(new Answer.Unavailable(e.toString()), false);
    }
  }

  /**
   * A registry that has lost what the application registered at its start is another one, or an
   * empty one; that it does not know an id says nothing about the record then.
   */
  private Answer unknown(int schemaId) {
    try {
      client.getAllVersions(knownSubject);
      return new Answer.Unknown("the schema registry does not know it");
    } catch (Exception e) {
      LOG.warn(
          "Schema id {} is unknown to a registry that does not have subject {} either ({}): its"
              + " records wait. Is it the registry that it was?",
          schemaId,
          knownSubject,
          e.toString());
      return new Answer.Unavailable("the registry has lost subject " + knownSubject);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    threads.forEach(Thread::interrupt);
    notifyAll();
  }
}
