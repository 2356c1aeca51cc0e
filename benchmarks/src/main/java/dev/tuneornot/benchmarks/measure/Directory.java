package dev.tuneornot.benchmarks.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Directories on disk. */
final class Directory {

  private Directory() {}

  /** Bytes of all files in it; 0 where it is not there. */
  static long bytes(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return 0;
    }
    long bytes = 0;
    for (Path file : contents(directory)) {
      if (Files.isRegularFile(file)) {
        bytes += Files.size(file);
      }
    }
    return bytes;
  }

  static void delete(Path directory) throws IOException {
    if (Files.exists(directory)) {
      for (Path file : contents(directory)) {
        Files.delete(file);
      }
    }
  }

  private static List<Path> contents(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
