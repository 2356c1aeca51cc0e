package dev.tuneornot.dashboard.projection;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteRowsTest extends ProjectedRows {
  @TempDir private Path directory;
  private Stored stored;

  @BeforeEach
  void open() {
    stored = Stored.sqlite(directory);
  }

  @AfterEach
  void close() {
    stored.close();
  }

  @Override
  Stored stored() {
    return stored;
  }
}
