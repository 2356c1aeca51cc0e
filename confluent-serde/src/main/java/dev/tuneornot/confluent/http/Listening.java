package dev.tuneornot.confluent.http;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a program listens, and to whom.
 *
 * @param port 0: any free one
 * @param threads that serve requests; their names begin with {@code name}
 * @param connections at the same time; who comes later waits until one ends
 * @param idle after which a connection that says nothing is cut off
 * @param methods that there is anything for
 * @param names that requests may be addressed to besides {@code localhost} and addresses, while
 *     nobody is authenticated
 * @param authentication null: nobody is asked
 */
public record Listening(
    String name,
    String host,
    int port,
    int threads,
    int connections,
    Duration idle,
    Set<String> methods,
    List<String> names,
    @Nullable Authentication authentication) {

  /** Of everything that is only read. */
  public static final Set<String> READING = Set.of("GET", "HEAD");

  /** Who may ask. */
  public interface Authentication {

    /** Whether this path may be asked for with this Authorization header. */
    boolean allows(String path, @Nullable String authorization);

    /** The challenge to who may not (RFC 9110, WWW-Authenticate). */
    String challenge();
  }

  public Listening {
    methods = Set.copyOf(methods);
    names = names.stream().map(known -> known.toLowerCase(Locale.ROOT)).toList();
  }
}
