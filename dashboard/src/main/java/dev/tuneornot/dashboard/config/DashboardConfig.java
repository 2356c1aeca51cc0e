package dev.tuneornot.dashboard.config;

import dev.tuneornot.confluent.settings.ProgramSettings;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the dashboard: its own, all under {@value #PREFIX}, and those of the Kafka and
 * registry clients, which pass through. Immutable.
 */
public final class DashboardConfig {
  public static final String PREFIX = "tuneornot.";
  public static final String TOPIC_PREFIX = PREFIX + "topic.prefix";
  public static final String DATABASE_URL = PREFIX + "database.url";
  public static final String DATABASE_USER = PREFIX + "database.user";
  public static final String DATABASE_PASSWORD = PREFIX + "database.password";
  public static final String BATCH_RECORDS = PREFIX + "batch.records";
  public static final String HTTP_HOST = PREFIX + "http.host";
  public static final String HTTP_PORT = PREFIX + "http.port";
  public static final String HTTP_USER = PREFIX + "http.user";
  public static final String HTTP_PASSWORD = PREFIX + "http.password";
  public static final String HTTP_NO_AUTH = PREFIX + "http.no.auth";
  public static final String HTTP_NAMES = PREFIX + "http.names";
  public static final String HTTP_STREAMS = PREFIX + "http.streams";

  private static final ConfigDef DEFINITION =
      new ConfigDef()
          .define(
              TOPIC_PREFIX,
              ConfigDef.Type.STRING,
              "",
              Importance.MEDIUM,
              "Put before the name of every topic.")
          .define(
              DATABASE_URL,
              ConfigDef.Type.STRING,
              "jdbc:sqlite:dashboard.db",
              Importance.HIGH,
              "Where the rows are kept: jdbc:sqlite:FILE or jdbc:postgresql://HOST/DATABASE.")
          .define(
              DATABASE_USER,
              ConfigDef.Type.STRING,
              "",
              Importance.MEDIUM,
              "User of PostgreSQL; empty: what the URL says.")
          .define(
              DATABASE_PASSWORD,
              ConfigDef.Type.PASSWORD,
              "",
              Importance.MEDIUM,
              "Password of that user.")
          .define(
              BATCH_RECORDS,
              ConfigDef.Type.INT,
              20_000,
              Range.between(1, 200_000),
              Importance.LOW,
              "Most records that are written in one transaction.")
          .define(
              HTTP_HOST,
              ConfigDef.Type.STRING,
              "127.0.0.1",
              Importance.MEDIUM,
              "Address to listen on. One that is not loopback wants a user and a password, or"
                  + " tuneornot.http.no.auth.")
          .define(
              HTTP_PORT,
              ConfigDef.Type.INT,
              8090,
              Range.between(0, 65_535),
              Importance.MEDIUM,
              "Port to listen on; 0: any free one.")
          .define(
              HTTP_USER,
              ConfigDef.Type.STRING,
              "",
              Importance.MEDIUM,
              "Who may look (basic authentication); empty: nobody is asked.")
          .define(
              HTTP_PASSWORD,
              ConfigDef.Type.PASSWORD,
              "",
              Importance.MEDIUM,
              "Password of that user.")
          .define(
              HTTP_NO_AUTH,
              ConfigDef.Type.BOOLEAN,
              false,
              Importance.LOW,
              "Let everybody look who reaches the address.")
          .define(
              HTTP_NAMES,
              ConfigDef.Type.LIST,
              List.of(),
              ConfigDef.ValidList.anyNonDuplicateValues(true, false),
              Importance.LOW,
              "Names that requests may be addressed to besides the loopback ones, while it listens"
                  + " on loopback (behind a proxy, for instance).")
          .define(
              HTTP_STREAMS,
              ConfigDef.Type.INT,
              1_000,
              Range.between(1, 100_000),
              Importance.LOW,
              "Most browsers that are told of changes at the same time.");

  private final ProgramSettings own;

  /**
   * @throws ConfigException where a setting of ours is unknown, out of its range, or does not go
   *     with another
   */
  public DashboardConfig(Map<String, String> settings) {
    this.own = ProgramSettings.of(DEFINITION, PREFIX, settings);
    http();
  }

  /** The settings' reference, for docs and {@code --help}. */
  public static ConfigDef definition() {
    return new ConfigDef(DEFINITION);
  }

  /** All settings that are not ours, as given. */
  public Map<String, String> passedThrough() {
    return own.passedThrough();
  }

  public String topicPrefix() {
    return own.getString(TOPIC_PREFIX);
  }

  public DatabaseSettings database() {
    return new DatabaseSettings(
        own.getString(DATABASE_URL), own.getString(DATABASE_USER), password(DATABASE_PASSWORD));
  }

  public int batchRecords() {
    return own.getInt(BATCH_RECORDS);
  }

  /** Where to listen and who may look. */
  public HttpSettings http() {
    Credentials credentials = credentials();
    String host = own.getString(HTTP_HOST);
    HttpSettings http =
        new HttpSettings(
            host,
            own.getInt(HTTP_PORT),
            credentials,
            own.getList(HTTP_NAMES),
            own.getInt(HTTP_STREAMS));
    if (!http.isLoopback() && credentials == null && !own.getBoolean(HTTP_NO_AUTH)) {
      throw new ConfigException(
          HTTP_HOST,
          host,
          "is not loopback: set %s and %s, or %s=true (--no-auth)"
              .formatted(HTTP_USER, HTTP_PASSWORD, HTTP_NO_AUTH));
    }
    return http;
  }

  private @Nullable Credentials credentials() {
    String user = own.getString(HTTP_USER);
    String password = password(HTTP_PASSWORD);
    if (user.isEmpty() && password.isEmpty()) {
      return null;
    }
    if (user.isEmpty() || password.isEmpty() || user.contains(":")) {
      throw new ConfigException(
          HTTP_USER
              + " and "
              + HTTP_PASSWORD
              + " must both be given, the user without a colon, or neither");
    }
    if (own.getBoolean(HTTP_NO_AUTH)) {
      throw new ConfigException(HTTP_NO_AUTH, true, "does not go with " + HTTP_USER);
    }
    return new Credentials(user, password);
  }

  private String password(String key) {
    Password password = own.getPassword(key);
    return password.value();
  }
}
