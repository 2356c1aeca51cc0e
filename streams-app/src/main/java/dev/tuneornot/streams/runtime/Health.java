package dev.tuneornot.streams.runtime;

import java.util.Map;

/**
 * The state of the application as its probes see it.
 *
 * @param live false once it cannot recover by itself
 * @param ready true only while it processes
 * @param state in a word
 * @param reason why it is not ready; empty where it is
 * @param restoring records left by changelog partition
 */
public record Health(
    boolean live, boolean ready, String state, String reason, Map<String, Long> restoring) {

  String toJson() {
    StringBuilder json = new StringBuilder(200);
    json.append("{\"state\":").append(quoted(state));
    json.append(",\"live\":").append(live).append(",\"ready\":").append(ready);
    json.append(",\"reason\":").append(quoted(reason));
    json.append(",\"restoring\":{");
    String separator = "";
    for (Map.Entry<String, Long> entry : restoring.entrySet()) {
      json.append(separator).append(quoted(entry.getKey())).append(':').append(entry.getValue());
      separator = ",";
    }
    return json.append("}}").toString();
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ') {
        quoted.append(' ');
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
