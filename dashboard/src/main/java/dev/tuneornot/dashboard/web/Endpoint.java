package dev.tuneornot.dashboard.web;

import java.sql.SQLException;
import org.eclipse.jetty.server.Request;

/** Answers requests to a path. */
@FunctionalInterface
interface Endpoint {

  /**
   * @param rest what follows the path of the endpoint, decoded; empty where nothing does
   * @throws HttpException where the request is not as it must be
   */
  Answer answer(Request request, String rest) throws SQLException;
}
