package dev.tuneornot.dashboard.projection;

import dev.tuneornot.confluent.RootCause;
import dev.tuneornot.dashboard.config.DashboardConfig;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the dashboard start only on topics that are as they must be; waits for Kafka. */
public final class StartCheck {
  private static final Logger LOG = LoggerFactory.getLogger(StartCheck.class);
  private static final Duration RETRY = Duration.ofSeconds(1);

  private final DashboardConfig config;

  public StartCheck(DashboardConfig config) {
    this.config = config;
  }

  /**
   * Returns once all topics are right.
   *
   * @param failure makes what is thrown of a message that names each topic and the remedy
   */
  public void await(Function<String, ? extends RuntimeException> failure)
      throws InterruptedException {
    Map<String, Source> sources = new HashMap<>();
    for (Source source : Source.values()) {
      sources.put(source.topic().name(config.topicPrefix()), source);
    }
    Admin admin;
    try {
      admin = Admin.create(ClientSettings.admin(config));
    } catch (KafkaException e) {
      throw failure.apply("No Kafka client can be made of the settings: " + RootCause.message(e));
    }
    try (TopicInspector inspector = new TopicInspector(admin, sources)) {
      List<String> problems = problems(inspector, failure);
      if (!problems.isEmpty()) {
        throw failure.apply(
            "Cannot start: "
                + String.join("; ", problems)
                + ". `tune-or-not topics create` creates what is missing.");
      }
    }
  }

  private static List<String> problems(
      TopicInspector inspector, Function<String, ? extends RuntimeException> failure)
      throws InterruptedException {
    while (true) {
      try {
        return inspector.problems();
      } catch (RetriableException e) {
        LOG.warn("Waiting for Kafka: {}", e.toString());
        Thread.sleep(RETRY.toMillis());
      } catch (KafkaException e) {
        throw failure.apply("Topics cannot be checked: " + RootCause.message(e));
      }
    }
  }
}
