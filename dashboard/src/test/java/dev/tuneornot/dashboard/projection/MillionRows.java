package dev.tuneornot.dashboard.projection;

import dev.tuneornot.dashboard.config.DatabaseSettings;
import dev.tuneornot.dashboard.query.Filter;
import dev.tuneornot.dashboard.query.Page;
import dev.tuneornot.dashboard.query.Recommendations;
import dev.tuneornot.dashboard.query.Sort;
import dev.tuneornot.dashboard.query.SortKey;
import dev.tuneornot.model.Decision;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.Verdict;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Writes recommendations and measures rates and pages; not a test. Arguments: how many, a JDBC URL,
 * and how many of them to write a second time. docs/dashboard.md has the command.
 */
public final class MillionRows {
  private static final int BATCH = 20_000;
  private static final int RUNS = 11;
  private static final List<Decision> OTHERS =
      List.of(Decision.USE_PROMPTING, Decision.USE_RAG, Decision.COLLECT_DATA, Decision.FEW_SHOT);
  private static final List<Verdict> VERDICTS =
      List.of(Verdict.PENDING_PRICE, Verdict.NO_GO, Verdict.CAUTION, Verdict.GO);

  private final Stored stored;
  private final Random random = new Random(7);

  private MillionRows(Stored stored) {
    this.stored = stored;
  }

  public static void main(String[] arguments) throws SQLException {
    int rows = Integer.parseInt(arguments[0]);
    int again = Integer.parseInt(arguments[2]);
    try (Stored stored = Stored.at(new DatabaseSettings(arguments[1], "", ""))) {
      MillionRows bench = new MillionRows(stored);
      bench.write("new", rows, rows, false);
      bench.write("again", again, rows, true);
      try (Connection connection = stored.database().writer();
          Statement statement = connection.createStatement()) {
        statement.execute(stored.database().dialect().analyze());
        connection.commit();
      }
      bench.pages(rows);
    }
  }

  private void write(String what, int number, int rows, boolean anywhere) throws SQLException {
    long writing = 0;
    for (int first = 0; first < number; first += BATCH) {
      Recommendation[] values = new Recommendation[Math.min(BATCH, number - first)];
      for (int i = 0; i < values.length; i++) {
        values[i] = recommendation(anywhere ? random.nextInt(rows) : first + i);
      }
      Batch batch = Recommended.batch(values);
      long start = System.nanoTime();
      stored.write(batch);
      writing += System.nanoTime() - start;
    }
    System.out.printf(
        Locale.ROOT, "%s: %d, %.0f a second%n", what, number, number / (writing / 1e9));
  }

  private Recommendation recommendation(int number) {
    String id = "proposal-" + Integer.toHexString(number * 0x9E3779B1);
    Recommendation value;
    if (random.nextInt(7) < 5) {
      value = Recommended.prompt(id);
      value.setDecision(OTHERS.get(random.nextInt(OTHERS.size())));
    } else {
      Verdict verdict = VERDICTS.get(random.nextInt(VERDICTS.size()));
      double savings = random.nextDouble() * 1e5;
      value = Recommended.tune(id, verdict, verdict == Verdict.NO_GO ? -savings : savings);
      value.setBestModel("provider-" + random.nextInt(5) + "/model-" + random.nextInt(40));
      value.setUpfrontCost(random.nextDouble() * 1e4);
    }
    value.setPortfolio("portfolio-" + random.nextInt(50));
    value.setTitle("Proposal " + Integer.toString(number, 36) + " for somebody's daily work");
    value.setEvaluatedAt(Recommended.AT.plusMillis(random.nextInt(1_000_000)));
    value.setValidUntil(
        Instant.parse("2027-01-01T00:00:00Z").plusSeconds(86_400L * random.nextInt(90)));
    return value;
  }

  private void pages(int rows) throws SQLException {
    Sort worst = new Sort(SortKey.NET_BENEFIT, false);
    Sort best = Sort.DEFAULT;
    Sort title = new Sort(SortKey.TITLE, false);
    Filter noGo = filter(List.of(), List.of(Verdict.NO_GO), List.of(), "");
    Filter portfolio = filter(List.of("portfolio-7"), List.of(), List.of(), "");
    Filter narrow = filter(List.of("portfolio-7"), List.of(Verdict.GO), List.of(), "");
    Filter model = filter(List.of(), List.of(), List.of("provider-1/model-7"), "");
    median("first page", Filter.ALL, best, 0);
    for (SortKey key : SortKey.values()) {
      median("sorted by " + key.field(), Filter.ALL, new Sort(key, true), 0);
    }
    median("one verdict, by title", noGo, title, 0);
    median("one verdict, met late", noGo, best, 0);
    median(
        "no figures, met late",
        filter(List.of(), List.of(Verdict.NOT_APPLICABLE), List.of(), ""),
        worst,
        0);
    median("one portfolio of 50", portfolio, best, 0);
    median("portfolio and verdict", narrow, title, 0);
    median("one model of 200", model, new Sort(SortKey.EVALUATED_AT, true), 0);
    median(
        "text with one hit",
        filter(List.of(), List.of(), List.of(), "l " + Integer.toString(rows / 2, 36) + " for"),
        best,
        0);
    median("text with no hit", filter(List.of(), List.of(), List.of(), "zzzqq"), best, 0);
    median("text in all", filter(List.of(), List.of(), List.of(), "daily"), best, 0);
    median("page in the middle", Filter.ALL, title, rows / 2);
  }

  private static Filter filter(
      List<String> portfolios, List<Verdict> verdicts, List<String> models, String text) {
    return new Filter(portfolios, List.of(), verdicts, models, List.of(), text);
  }

  private void median(String what, Filter filter, Sort sort, int offset) throws SQLException {
    Recommendations recommendations = new Recommendations(stored.database());
    double[] times = new double[RUNS];
    Page page = recommendations.page(filter, sort, 50, offset);
    for (int i = 0; i < RUNS; i++) {
      long start = System.nanoTime();
      page = recommendations.page(filter, sort, 50, offset);
      times[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(times);
    System.out.printf(
        Locale.ROOT,
        "%-26s %8.1f ms  total %d%s, %d rows%n",
        what,
        times[RUNS / 2],
        page.total(),
        page.totalIsExact() ? "" : " or more",
        page.items().size());
  }
}
