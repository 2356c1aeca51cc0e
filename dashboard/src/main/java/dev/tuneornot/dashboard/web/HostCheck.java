package dev.tuneornot.dashboard.web;

import dev.tuneornot.dashboard.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Refuses requests that are addressed to another name than this machine's own, while nobody is
 * asked for a password: a page elsewhere could make its name point here (DNS rebinding).
 */
final class HostCheck extends Handler.Wrapper {
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");

  private final List<String> names;

  /**
   * @param names that are allowed besides the loopback ones
   */
  HostCheck(Handler handler, List<String> names) {
    super(handler);
    this.names = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String host = request.getHttpURI().getHost();
    String name = host == null ? "" : host.toLowerCase(Locale.ROOT);
    if (LOOPBACK.matcher(name).matches() || names.contains(name)) {
      return super.handle(request, response, callback);
    }
    String message = "Host = " + name + ": must be localhost or one of tuneornot.http.names";
    Answer.json(400, Json.error(message)).send(request, response, callback);
    return true;
  }
}
