package dev.tuneornot.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A directory that is gone when the JVM is. */
final class TemporaryDirectory {

  private TemporaryDirectory() {}

  static Path create() throws IOException {
    Path directory = Files.createTempDirectory("tune-or-not-");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(directory), "delete-data"));
    return directory;
  }

  private static void delete(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(file -> file.delete());
    } catch (IOException | UncheckedIOException e) {
      // The broker is still closing its files; the system clears its temporary directory.
    }
  }
}
