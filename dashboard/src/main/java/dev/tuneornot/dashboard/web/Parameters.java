package dev.tuneornot.dashboard.web;

import io.javalin.http.BadRequestResponse;
import java.util.Collection;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.UrlEncoded;
import org.jspecify.annotations.Nullable;

/** The parameters of a request, all of them known. */
final class Parameters {
  private final Fields fields;

  private Parameters(Fields fields) {
    this.fields = fields;
  }

  /**
   * @param query as it was sent
   * @param known other parameters than these are refused
   */
  static Parameters of(@Nullable String query, Collection<Parameter<?>> known) {
    Fields fields = new Fields(true);
    if (query != null) {
      try {
        UrlEncoded.decodeUtf8To(query, fields);
      } catch (IllegalArgumentException | IllegalStateException e) {
        throw new BadRequestResponse("the query must be percent-encoded UTF-8");
      }
    }
    TreeSet<String> names =
        known.stream().map(Parameter::name).collect(Collectors.toCollection(TreeSet::new));
    for (String name : fields.getNames()) {
      if (!names.contains(name)) {
        throw new BadRequestResponse("unknown parameter " + name + ": must be one of " + names);
      }
    }
    return new Parameters(fields);
  }

  <T> T get(Parameter<T> parameter) {
    return parameter.read(fields.getValuesOrEmpty(parameter.name()));
  }
}
