package dev.tuneornot.portfolio.usage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** To which proposal a row belongs: by a value that is listed, else by the first rule that fits. */
public final class KeyMap {

  private final List<KeyRule> rules;
  private final Map<String, Map<String, String>> listed = new HashMap<>();
  private final List<ModelRule> models;
  private final Set<String> fields = new LinkedHashSet<>();

  /**
   * @param file what is listed
   * @param models names of models on top of those of the file
   */
  public KeyMap(List<KeyRule> rules, KeyMapFile file, List<ModelRule> models) {
    this.rules = List.copyOf(rules);
    this.models = new ArrayList<>(models);
    for (KeyMapFile.Row row : file.rows()) {
      fields.add(row.field());
      listed
          .computeIfAbsent(row.field(), field -> new HashMap<>())
          .put(row.value(), row.proposalId());
      if (!row.model().isEmpty()) {
        this.models.add(ModelRule.ofName(row.model(), row.proposalId()));
      }
    }
    rules.forEach(rule -> fields.add(rule.field()));
  }

  /** The fields that rows are asked for. */
  public Set<String> fields() {
    return fields;
  }

  List<ModelRule> models() {
    return models;
  }

  Optional<String> proposalOf(UsageRow.Keys keys) {
    for (Map.Entry<String, Map<String, String>> each : listed.entrySet()) {
      for (String value : keys.values(each.getKey())) {
        String proposal = each.getValue().get(value);
        if (proposal != null) {
          return Optional.of(proposal);
        }
      }
    }
    for (KeyRule rule : rules) {
      for (String value : keys.values(rule.field())) {
        Optional<String> proposal = rule.proposalOf(value);
        if (proposal.isPresent()) {
          return proposal;
        }
      }
    }
    return Optional.empty();
  }

  /** What a row says in the fields that rows are mapped by, for people. */
  String describe(UsageRow.Keys keys) {
    List<String> parts = new ArrayList<>();
    for (String field : fields) {
      List<String> values = keys.values(field);
      parts.add(field + "=" + (values.isEmpty() ? "(none)" : String.join("|", values)));
    }
    return String.join(", ", parts);
  }
}
