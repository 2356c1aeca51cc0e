package dev.tuneornot.portfolio.usage;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A kind of export. What its fields are called and mean stands in its class. */
public interface UsageSource {

  /** As the command line calls it. */
  String name();

  /** Whether it tells how many requests there were. */
  boolean countsRequests();

  /** What it does not tell of tokens, in a sentence; empty where it tells all. */
  default Optional<String> gap() {
    return Optional.empty();
  }

  /** Whether rows can be mapped by a field; of a path such as {@code metadata.app} also. */
  boolean isKey(String field);

  /** The fields that rows can be mapped by, in words. */
  String keys();

  /**
   * Hands on each row of an export, gzip or plain.
   *
   * @param keys the fields that rows will be asked for
   * @return what a page says beside its rows, such as where the next one is
   * @throws IOException if it cannot be read, or is no such export
   */
  Map<String, Object> read(InputStream in, Set<String> keys, UsageRows rows) throws IOException;

  /**
   * How to ask for the page behind one.
   *
   * @param page what {@link #read} returned
   * @return the parameter of the address; empty where there is no further page
   */
  default Optional<Parameter> nextPage(Map<String, Object> page) {
    return Optional.empty();
  }

  /** An instant as a parameter of the source's addresses. */
  default String parameter(Instant instant) {
    return instant.toString();
  }

  /** A parameter of an address. */
  record Parameter(String name, String value) {}

  /** One of each, for one import. */
  static List<UsageSource> all() {
    return List.of(
        new LiteLlmDaily(),
        new LiteLlmSpend(),
        new Langfuse(),
        new OpenAiUsage(),
        new AnthropicUsage(),
        new OtelGenAi(),
        new Focus());
  }
}
