package dev.tuneornot.portfolio.usage;

import dev.tuneornot.schemas.validation.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Requests answered in the window, by proposal, for sources that do not count them: a CSV file with
 * the columns {@code proposalId} and {@code requests}. Several rows of a proposal add up.
 */
public final class RequestsFile {

  private RequestsFile() {}

  /**
   * Reads the numbers.
   *
   * @param refused is told of each row that cannot be used, with its line
   * @throws IOException if it cannot be read, or is no such file
   */
  public static Map<String, Long> read(InputStream in, BiConsumer<Long, Violation> refused)
      throws IOException {
    Map<String, Long> requests = new TreeMap<>();
    Set<String> columns = Set.of("proposalId", "requests");
    ExportFile.read(
        in,
        new ExportFile.Shape(columns, Set.of(), columns::contains),
        new ExportFile.Records() {
          @Override
          public void accept(ExportRecord record) {
            RowReader fields = new RowReader(record);
            String proposal = fields.text("proposalId");
            long count = fields.requests("requests");
            if (proposal.isEmpty()) {
              fields.refuse("proposalId", null, Violation.REQUIRED);
            }
            if (fields.isValid()) {
              requests.merge(proposal, count, TrafficSum::saturated);
            }
            fields.violations().forEach(violation -> refused(record.line(), violation));
          }

          @Override
          public void refused(long line, Violation violation) {
            refused.accept(line, violation);
          }
        });
    return requests;
  }
}
