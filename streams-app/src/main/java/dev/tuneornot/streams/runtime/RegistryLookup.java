package dev.tuneornot.streams.runtime;

import dev.tuneornot.confluent.RegistryFailure;
import dev.tuneornot.streams.inbound.SchemaLookup;
import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.Schema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks writer schemas up in the registry, on a thread of its own: a stream thread waits for an
 * answer only briefly, and only once an interval, however many records wait for it.
 */
final class RegistryLookup implements SchemaLookup, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RegistryLookup.class);
  private static final Duration PATIENCE = Duration.ofMillis(500);
  private static final Duration ASK_AGAIN_AFTER = Duration.ofSeconds(1);

  /** Random bytes name random ids; what was not found is forgotten from here on. */
  private static final int MOST_REMEMBERED = 10_000;

  private record Asked(CompletableFuture<Answer> answer, long nanos) {}

  private final SchemaRegistryClient client;
  private final String knownSubject;
  private final AtomicInteger unanswered = new AtomicInteger();
  private final Map<Integer, Asked> asked = new ConcurrentHashMap<>();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread lookup = new Thread(task, "registry-lookup");
            lookup.setDaemon(true);
            return lookup;
          });

  /**
   * @param knownSubject a subject that the registry has, as long as it is the one that it was
   */
  RegistryLookup(SchemaRegistryClient client, String knownSubject) {
    this.client = client;
    this.knownSubject = knownSubject;
  }

  @Override
  public Answer find(int schemaId) {
    Asked known = asked.get(schemaId);
    if (known != null && !isDue(known)) {
      return known.answer().getNow(new Answer.Unavailable("still being looked up"));
    }
    if (asked.size() >= MOST_REMEMBERED) {
      asked.values().removeIf(RegistryLookup::isUseless);
    }
    boolean isFirstInLine = unanswered.getAndIncrement() == 0;
    Asked fresh =
        new Asked(
            CompletableFuture.supplyAsync(() -> ask(schemaId), thread)
                .whenComplete((answer, failure) -> unanswered.decrementAndGet()),
            System.nanoTime());
    asked.put(schemaId, fresh);
    // Behind others that are not answered, waiting would add up: one interval for each id.
    return isFirstInLine
        ? await(fresh.answer())
        : fresh.answer().getNow(new Answer.Unavailable("others are being looked up"));
  }

  private static boolean isUseless(Asked known) {
    return known.answer().isDone()
        && !(known.answer().getNow(new Answer.Unavailable("")) instanceof Answer.Found);
  }

  /** What was found stays so; everything else is asked again after a while. */
  private static boolean isDue(Asked known) {
    return isUseless(known) && System.nanoTime() - known.nanos() > ASK_AGAIN_AFTER.toNanos();
  }

  private static Answer await(CompletableFuture<Answer> answer) {
    try {
      return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return new Answer.Unavailable("no answer within " + PATIENCE.toMillis() + " ms");
    } catch (ExecutionException e) {
      return new Answer.Unavailable(String.valueOf(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.Unavailable("interrupted");
    }
  }

  private Answer ask(int schemaId) {
    try {
      ParsedSchema schema = client.getSchemaById(schemaId);
      return schema.rawSchema() instanceof Schema avro
          ? new Answer.Found(avro)
          : new Answer.Unknown("is not an Avro schema but " + schema.schemaType());
    } catch (Exception e) {
      // Whatever a registry, or what stands in its place, comes up with must not end a task.
      if (RegistryFailure.of(e) == RegistryFailure.NOT_FOUND) {
        return unknown(schemaId);
      }
      LOG.warn("Schema id {} cannot be looked up, its records wait: {}", schemaId, e.toString());
      return new Answer.Unavailable(e.toString());
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
  public void close() {
    thread.shutdownNow();
  }
}
