package dev.tuneornot.dashboard.config;

/** A user and the password; neither is empty. */
public record Credentials(String user, String password) {

  /** Without the password. */
  @Override
  public String toString() {
    return "Credentials[user=" + user + "]";
  }
}
