package dev.tuneornot.cli.connection;

import dev.tuneornot.confluent.settings.PropertiesFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The file in which a quickstart says where its Kafka and its registry are. It is believed for as
 * long as the process runs that wrote it: one that was killed leaves its file behind.
 */
final class RunningQuickstart {

  /** Names the file; {@code ./tune-or-not} sets it. */
  static final String VARIABLE = "TUNEORNOT_CONNECTION_FILE";

  private static final String PID = "pid";

  private RunningQuickstart() {}

  /** Its settings; none where no quickstart runs. */
  static Map<String, String> settings(Map<String, String> environment) {
    String name = environment.getOrDefault(VARIABLE, "");
    if (name.isEmpty() || !Files.isReadable(Path.of(name))) {
      return Map.of();
    }
    try {
      Map<String, String> settings = new TreeMap<>(PropertiesFile.read(Path.of(name)));
      return isRunning(settings.remove(PID)) ? settings : Map.of();
    } catch (IOException gone) {
      // It ended just now.
      return Map.of();
    }
  }

  private static boolean isRunning(@Nullable String pid) {
    return pid != null
        && pid.matches("[1-9][0-9]{0,17}")
        && ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive).isPresent();
  }
}
