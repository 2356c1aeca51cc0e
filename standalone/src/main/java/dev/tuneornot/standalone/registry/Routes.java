package dev.tuneornot.standalone.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tuneornot.confluent.http.BoundedServer;
import io.confluent.kafka.schemaregistry.client.rest.entities.ErrorMessage;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What can be asked for: one request at a time, everything answered as JSON. */
final class Routes {

  /** Answers with what becomes the JSON body. */
  @FunctionalInterface
  interface Answer {
    Object to(Request request);
  }

  private static final Logger LOG = LoggerFactory.getLogger(Routes.class);
  private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JavalinConfig config;

  private Routes(JavalinConfig config) {
    this.config = config;
  }

  /** Adds all routes over this state; changes go to the log first. */
  static void addTo(JavalinConfig config, RegistryState state, RegistryLog log) {
    RegistryWriter writer = new RegistryWriter(log, state);
    Compatibility compatibility = new Compatibility(state, writer);
    Subjects subjects = new Subjects(state, writer, compatibility);
    Routes routes = new Routes(config);
    routes.get("/", request -> Map.of());
    SubjectRoutes.addTo(routes, subjects, new Deletions(subjects, writer));
    SchemaRoutes.addTo(routes, subjects);
    CompatibilityRoutes.addTo(routes, subjects, state, compatibility);
    ConfigRoutes.addTo(routes, state, compatibility);
    config.routes.exception(RegistryException.class, Routes::refuse);
    config.routes.exception(HttpResponseException.class, Routes::refuseUnknown);
    config.routes.exception(Exception.class, Routes::fail);
  }

  void get(String path, Answer answer) {
    BoundedServer.get(config, path, handler(answer));
  }

  void post(String path, Answer answer) {
    config.routes.post(path, handler(answer));
  }

  void put(String path, Answer answer) {
    config.routes.put(path, handler(answer));
  }

  void delete(String path, Answer answer) {
    config.routes.delete(path, handler(answer));
  }

  private Handler handler(Answer answer) {
    return context -> {
      Request request = Request.read(context);
      Object body;
      // The state behind the routes is not thread-safe; reading a slow request happens outside.
      synchronized (this) {
        body = answer.to(request);
      }
      send(context, 200, body);
    };
  }

  private static void refuse(RegistryException refusal, Context context) {
    send(context, refusal.status(), new ErrorMessage(refusal.errorCode(), refusal.getMessage()));
  }

  private static void refuseUnknown(HttpResponseException refusal, Context context) {
    refuse(
        refusal.getStatus() == 405
            ? RegistryException.methodNotAllowed()
            : RegistryException.noSuchPath(),
        context);
  }

  private static void fail(Exception failure, Context context) {
    LOG.error("{} {} failed", context.method(), context.path(), failure);
    send(context, 500, new ErrorMessage(500, "Internal error: " + failure));
  }

  private static void send(Context context, int status, Object body) {
    try {
      context
          .status(status)
          .contentType(CONTENT_TYPE)
          .result(JSON.writeValueAsString(body).getBytes(UTF_8));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
