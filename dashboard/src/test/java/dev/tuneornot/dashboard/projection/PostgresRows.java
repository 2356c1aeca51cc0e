package dev.tuneornot.dashboard.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.tuneornot.dashboard.config.DatabaseSettings;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.Verdict;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The same on a PostgreSQL that is started once for all of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PostgresRows extends ProjectedRows {
  private @Nullable Stored stored;

  /** Starts the server, or skips the tests where there is none. */
  abstract DatabaseSettings startServer() throws IOException, InterruptedException;

  abstract void stopServer() throws IOException, InterruptedException;

  /** Says so on the console: Failsafe counts, and leaves the reason to its report files. */
  final void skip(String missing) {
    System.out.println("Skipped " + getClass().getSimpleName() + ": " + missing);
    abort(missing);
  }

  @BeforeAll
  void open() throws IOException, InterruptedException {
    stored = Stored.at(startServer());
  }

  @AfterAll
  void close() throws IOException, InterruptedException {
    if (stored != null) {
      stored.close();
    }
    stopServer();
  }

  @BeforeEach
  void clear() throws SQLException {
    stored().clear();
  }

  @Override
  final Stored stored() {
    if (stored == null) {
      throw new IllegalStateException("no server has been started");
    }
    return stored;
  }

  /** Too long for an index, and of characters that do not compress. */
  @Test
  void shouldKnowDataThatItCannotKeepFromADatabaseThatIsAway() throws SQLException {
    String model =
        new Random(7)
            .ints(6_000, 'a', 'z' + 1)
            .mapToObj(Character::toString)
            .collect(Collectors.joining("", "acme/", ""));
    Recommendation value = Recommended.tune("a", Verdict.GO, 1);
    value.setBestModel(model);

    assertThatThrownBy(() -> stored().write(Recommended.batch(value)))
        .isInstanceOf(DataRefusedException.class);
    assertThat(stored().rows("select * from recommendations")).isEmpty();
  }
}
