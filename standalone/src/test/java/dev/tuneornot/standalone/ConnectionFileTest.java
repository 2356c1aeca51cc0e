package dev.tuneornot.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionFileTest {
  private static final Map<String, String> CONNECTION =
      Map.of("bootstrap.servers", "127.0.0.1:9092", "schema.registry.url", "http://127.0.0.1:8081");

  @TempDir private Path directory;

  @Test
  void shouldSayWhereTheStackIsForAsLongAsItRuns() throws IOException {
    Path file = directory.resolve("target/quickstart.properties");

    try (ConnectionFile written = ConnectionFile.write(file, CONNECTION)) {
      assertThat(written).isNotNull();
      assertThat(file)
          .hasContent(
              """
              # The running quickstart; gone with it.
              bootstrap.servers=127.0.0.1:9092
              schema.registry.url=http://127.0.0.1:8081
              pid=%d
              """
                  .formatted(ProcessHandle.current().pid()));
    }

    assertThat(directory.resolve("target")).isEmptyDirectory();
  }

  @Test
  void shouldLeaveTheFileOfAnotherStack() throws IOException {
    Path file = directory.resolve("quickstart.properties");
    ConnectionFile written = ConnectionFile.write(file, CONNECTION);
    Files.writeString(file, "pid=1\n");

    written.close();

    assertThat(file).hasContent("pid=1");
  }
}
