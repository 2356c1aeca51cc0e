package dev.tuneornot.confluent;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.entities.RuleSet;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rules that a subject carries beside its schema: they check, change or encrypt what is written.
 */
public final class DataContracts {

  private DataContracts() {}

  /**
   * Whether a version of {@code subject} has rules. All versions count: which one a serializer
   * writes with is a matter of its settings.
   *
   * @throws IOException where no registry answers
   * @throws RestClientException where it answers with a failure
   */
  public static boolean hasRules(SchemaRegistryClient registry, String subject)
      throws IOException, RestClientException {
    for (int version : registry.getAllVersions(subject)) {
      if (hasAny(registry.getSchemaMetadata(subject, version).getRuleSet())) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasAny(@Nullable RuleSet rules) {
    return rules != null
        && (!isEmpty(rules.getDomainRules()) || !isEmpty(rules.getMigrationRules()));
  }

  private static boolean isEmpty(@Nullable List<?> rules) {
    return rules == null || rules.isEmpty();
  }
}
