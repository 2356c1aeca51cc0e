package dev.tuneornot.cli.connection;

import dev.tuneornot.cli.console.OperationFailure;
import dev.tuneornot.confluent.RegistryFailure;
import dev.tuneornot.confluent.RootCause;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/**
 * What a failed call of a Kafka or registry client means for the person at the shell. Every
 * sentence names the address that was tried.
 */
public final class Failures {

  private static final int MAX_DEPTH = 32;

  /** Kafka's words for it; there is no exception of its own. */
  private static final String UNRESOLVED = "No resolvable bootstrap urls";

  private final ConnectionSettings settings;

  public Failures(ConnectionSettings settings) {
    this.settings = settings;
  }

  /** The Kafka that is talked to. */
  String servers() {
    return settings.bootstrapServers();
  }

  /** The failure of a call to Kafka. */
  public OperationFailure ofKafka(Throwable failure) {
    String servers = settings.bootstrapServers();
    @Nullable Throwable cause = failure;
    for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
      String sentence = sentence(cause);
      if (sentence != null) {
        return new OperationFailure("Kafka at " + servers + " " + sentence, failure);
      }
      cause = cause.getCause();
    }
    return new OperationFailure("Kafka at " + servers + ": " + RootCause.message(failure), failure);
  }

  /** The failure of a call to the registry, or of a serializer that had to ask it. */
  public OperationFailure ofRegistry(Throwable failure) {
    String outcome =
        switch (RegistryFailure.of(failure)) {
          case UNREACHABLE -> "cannot be reached: ";
          case UNAUTHORIZED -> "did not accept the credentials: ";
          case NOT_FOUND ->
              "does not have the schema (`tune-or-not schemas register` registers it): ";
          case OTHER -> "refused: ";
        };
    return new OperationFailure(
        "The schema registry at "
            + settings.registryUrl()
            + " "
            + outcome
            + RootCause.message(failure),
        failure);
  }

  private static @Nullable String sentence(Throwable cause) {
    if (cause instanceof ConfigException
        && String.valueOf(cause.getMessage()).contains(UNRESOLVED)) {
      return "cannot be reached: its name does not resolve";
    }
    if (cause instanceof ConfigException) {
      return "cannot be used with these settings: " + cause.getMessage();
    }
    if (cause instanceof AuthenticationException) {
      return "did not accept the credentials: " + cause.getMessage();
    }
    if (cause instanceof AuthorizationException) {
      return "does not allow it: " + cause.getMessage();
    }
    if (cause instanceof UnknownTopicOrPartitionException) {
      return "does not have a topic (`tune-or-not topics check` names it): " + cause.getMessage();
    }
    if (cause instanceof RecordTooLargeException) {
      return "takes no record of this size: " + cause.getMessage();
    }
    if (cause instanceof TimeoutException) {
      return "cannot be reached or does not answer: " + cause.getMessage();
    }
    return null;
  }
}
