package dev.tuneornot.dashboard.web;

import dev.tuneornot.dashboard.json.Json;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.sql.SQLException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives each request to its endpoint, and turns what goes wrong into an answer. */
final class Dispatcher extends Handler.Abstract {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  private final Routes routes;
  private final MeterRegistry meters;

  Dispatcher(Routes routes, MeterRegistry meters) {
    this.routes = routes;
    this.meters = meters;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    answer(request).send(request, response, callback);
    return true;
  }

  private Answer answer(Request request) {
    String route = "none";
    Timer.Sample sample = Timer.start(meters);
    try {
      requireReading(request);
      Routes.Match match =
          routes
              .match(request.getHttpURI().getPath())
              .orElseThrow(() -> new HttpException(404, "there is nothing here"));
      route = match.name();
      return match.endpoint().answer(request, match.rest());
    } catch (HttpException e) {
      return error(e);
    } catch (SQLException e) {
      LOG.warn("{}: {}", request.getHttpURI().getPath(), e.getMessage());
      return Answer.json(503, Json.error("the database does not answer"));
    } catch (RuntimeException e) {
      LOG.error(request.getHttpURI().getPath(), e);
      return Answer.json(500, Json.error("this is an error of the dashboard"));
    } finally {
      sample.stop(
          Timer.builder("tuneornot.http.requests")
              .description("Requests, up to the first byte of the answer")
              .tag("route", route)
              .publishPercentiles(0.5, 0.99)
              .register(meters));
    }
  }

  private static void requireReading(Request request) {
    if (!HttpMethod.GET.is(request.getMethod()) && !HttpMethod.HEAD.is(request.getMethod())) {
      throw new HttpException(405, "method = " + request.getMethod() + ": must be GET or HEAD");
    }
    boolean hasBody =
        request.getLength() > 0 || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
    if (hasBody) {
      throw new HttpException(413, "a request must have no body");
    }
  }

  private static Answer error(HttpException e) {
    Answer answer = Answer.json(e.status(), Json.error(e.text()));
    if (e.status() != 405) {
      return answer;
    }
    return (request, response, callback) -> {
      response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
      answer.send(request, response, callback);
    };
  }
}
