package dev.tuneornot.dashboard.sql;

import java.util.Map;

/** How the drivers are to behave. */
final class DriverProperties {

  /**
   * Readers never wait for the writer (WAL), and a commit does not wait for the disk: after a power
   * cut the last transactions may be gone, rows and offsets alike, and are read from Kafka again.
   * The cache is in KiB where it is negative. Transactions begin deferred: the driver begins the
   * next one as soon as one ends, and an immediate one would keep all others from writing.
   */
  private static final Map<String, String> SQLITE =
      Map.of(
          "journal_mode", "WAL",
          "synchronous", "NORMAL",
          "busy_timeout", "10000",
          "cache_size", "-131072",
          "temp_store", "MEMORY",
          "mmap_size", "8589934592");

  private static final Map<String, String> POSTGRESQL =
      Map.of(
          "reWriteBatchedInserts", "true",
          "ApplicationName", "tune-or-not dashboard",
          "connectTimeout", "5",
          "socketTimeout", "60",
          "tcpKeepAlive", "true");

  private DriverProperties() {}

  static Map<String, String> of(Dialect dialect) {
    return switch (dialect) {
      case SQLITE -> SQLITE;
      case POSTGRESQL -> POSTGRESQL;
    };
  }
}
