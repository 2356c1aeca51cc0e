package dev.tuneornot.dashboard.query;

import dev.tuneornot.dashboard.query.Item.Field;
import dev.tuneornot.dashboard.sql.Database;
import dev.tuneornot.model.Workload;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * What was measured of each proposal, what it states itself, and of when the usage is that its
 * recommendation goes by.
 */
public final class MeasuredVolumes {
  /** The fields of a measurement. */
  public static final List<Field> FIELDS =
      List.of(
          Field.text("proposalId", "m.proposal_id"),
          Field.text("title", "r.title"),
          Field.text("portfolio", "r.portfolio"),
          Field.instant("windowStart", "m.window_start"),
          Field.instant("windowEnd", "m.window_end"),
          Field.whole("requests", "m.requests"),
          Field.whole("inputTokens", "m.input_tokens"),
          Field.whole("cachedInputTokens", "m.cached_input_tokens"),
          Field.whole("cacheWriteTokens", "m.cache_write_tokens"),
          Field.whole("outputTokens", "m.output_tokens"),
          Field.truth("tuned", "m.tuned"),
          Field.text("source", "m.source"),
          Field.whole("statedRequestsPerMonth", "s.requests_per_month"),
          Field.whole("statedPromptTokens", "s.prompt_tokens"),
          Field.whole("statedOutputTokens", "s.output_tokens"),
          Field.whole("statedTunedOutputTokens", "s.tuned_output_tokens"),
          Field.instant("inForceWindowEnd", "r.usage_window_end"),
          Field.text("inForceSource", "r.usage_source"));

  private static final String JOINED =
      " from measured_usage m left join recommendations r on r.proposal_id = m.proposal_id"
          + " left join stated_volumes s on s.proposal_id = m.proposal_id where ";
  private static final String STATED =
      "select requests_per_month, prompt_tokens, output_tokens, tuned_output_tokens"
          + " from stated_volumes where proposal_id = ?";

  private final Database database;

  public MeasuredVolumes(Database database) {
    this.database = database;
  }

  /** What a proposal states: requests, prompt tokens and output tokens of its workload. */
  public Optional<Workload> stated(String proposalId) throws SQLException {
    try (Connection connection = database.reader()) {
      return Query.of(STATED, proposalId).list(connection, MeasuredVolumes::workload).stream()
          .findFirst();
    }
  }

  private static Workload workload(ResultSet row) throws SQLException {
    int tuned = row.getInt(4);
    return Workload.newBuilder()
        .setTunedOutputTokens(row.wasNull() ? null : tuned)
        .setRequestsPerMonth(row.getLong(1))
        .setPromptTokens(row.getInt(2))
        .setOutputTokens(row.getInt(3))
        .build();
  }

  /**
   * A part of them, in the order of the ids.
   *
   * @param proposals empty: of all; as the portfolios
   */
  public Page of(List<String> proposals, List<String> portfolios, int limit, int offset)
      throws SQLException {
    Condition condition = Condition.TRUE;
    if (!proposals.isEmpty()) {
      condition = condition.and(Condition.in("m.proposal_id", proposals));
    }
    if (!portfolios.isEmpty()) {
      condition = condition.and(Condition.in("r.portfolio", portfolios));
    }
    return Page.of(
        database,
        FIELDS,
        JOINED + condition.sql(),
        condition.parameters(),
        " order by m.proposal_id",
        limit,
        offset);
  }
}
