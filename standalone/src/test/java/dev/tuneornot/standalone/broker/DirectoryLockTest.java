package dev.tuneornot.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryLockTest {

  @TempDir private Path directory;

  @Test
  void shouldKeepASecondOneOut() throws IOException {
    try (DirectoryLock lock = DirectoryLock.acquire(directory)) {
      assertThat(lock).isNotNull();
      assertThatThrownBy(() -> DirectoryLock.acquire(directory))
          .isInstanceOf(IOException.class)
          .hasMessage("data directory " + directory + " is in use by another broker");
    }
  }

  @Test
  void shouldBeFreeOnceReleased() throws IOException {
    DirectoryLock.acquire(directory).close();

    try (DirectoryLock second = DirectoryLock.acquire(directory)) {
      assertThat(second).isNotNull();
    }
  }

  @Test
  void shouldCreateTheDirectory() throws IOException {
    Path missing = directory.resolve("a").resolve("b");

    try (DirectoryLock lock = DirectoryLock.acquire(missing)) {
      assertThat(lock).isNotNull();
      assertThat(missing).isDirectory();
    }
  }
}
