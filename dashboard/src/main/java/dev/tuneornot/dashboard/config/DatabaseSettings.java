package dev.tuneornot.dashboard.config;

/**
 * Where the database is.
 *
 * @param url JDBC
 * @param user empty: what the URL says
 */
public record DatabaseSettings(String url, String user, String password) {

  /** Without the password, also where it stands in the URL. */
  @Override
  public String toString() {
    int parameters = url.indexOf('?');
    return parameters < 0 ? url : url.substring(0, parameters);
  }
}
