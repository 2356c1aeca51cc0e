package dev.tuneornot.cli.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Gets files by HTTP: only if they are others than before, in bounded time and memory.
 *
 * @param timeout from the request to the last byte
 * @param mostBytes of a file
 */
public record Download(HttpClient client, Duration timeout, int mostBytes) {

  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final int MOST_BYTES = 64 * 1024 * 1024;
  private static final int OK = 200;
  private static final int NOT_MODIFIED = 304;

  /**
   * What came.
   *
   * @param bytes null: the same as before
   * @param etag null: the server gives none
   * @param lastModified null: the server gives none
   */
  @SuppressWarnings("ArrayRecordComponent") // A body in memory, which nobody changes.
  public record Answer(
      byte @Nullable [] bytes, @Nullable String etag, @Nullable String lastModified) {

    public static final Answer NONE = new Answer(null, null, null);
  }

  /** Follows redirects. */
  public static Download create() {
    return create(TIMEOUT, MOST_BYTES);
  }

  /** Follows redirects. */
  public static Download create(Duration timeout, int mostBytes) {
    return create(timeout, mostBytes, HttpClient.Redirect.NORMAL);
  }

  /** Follows no redirects: what is sent to one server is not meant for another. */
  public static Download withCredentials() {
    return create(TIMEOUT, MOST_BYTES, HttpClient.Redirect.NEVER);
  }

  private static Download create(Duration timeout, int mostBytes, HttpClient.Redirect redirects) {
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT.compareTo(timeout) < 0 ? CONNECT : timeout)
            .followRedirects(redirects)
            .build();
    return new Download(client, timeout, mostBytes);
  }

  /**
   * Asks for a file.
   *
   * @param before what came the last time; {@link Answer#NONE} at first
   * @throws IOException if nothing came, or not all of it; the message says why
   */
  public Answer get(URI address, Answer before) throws IOException {
    return get(address, before, Map.of());
  }

  /**
   * Asks for a file.
   *
   * @param before what came the last time; {@link Answer#NONE} at first
   * @param headers to be sent, such as credentials
   * @throws IOException if nothing came, or not all of it; the message says why
   */
  public Answer get(URI address, Answer before, Map<String, String> headers) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(timeout)
            .header("User-Agent", "tune-or-not")
            .header("Accept", "application/json, text/csv, */*;q=0.1");
    headers.forEach(request::setHeader);
    if (before.etag() != null) {
      request.header("If-None-Match", before.etag());
    }
    if (before.lastModified() != null) {
      request.header("If-Modified-Since", before.lastModified());
    }
    HttpResponse<byte[]> response = sent(request.build());
    if (response.statusCode() == NOT_MODIFIED) {
      return new Answer(null, before.etag(), before.lastModified());
    }
    if (response.statusCode() != OK) {
      throw new IOException("the server answers " + response.statusCode());
    }
    return new Answer(
        response.body(),
        response.headers().firstValue("ETag").orElse(null),
        response.headers().firstValue("Last-Modified").orElse(null));
  }

  private HttpResponse<byte[]> sent(HttpRequest request) throws IOException {
    CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, limited());
    try {
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      answer.cancel(true);
      throw new IOException("it did not come within " + timeout.toSeconds() + " s", late);
    } catch (InterruptedException stop) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    } catch (ExecutionException failed) {
      Throwable cause = failed.getCause() == null ? failed : failed.getCause();
      throw new IOException(reason(cause), cause);
    }
  }

  private static String reason(Throwable failure) {
    Throwable known = failure;
    while (known.getMessage() == null && known.getCause() != null) {
      known = known.getCause();
    }
    return known.getMessage() == null
        ? "the server cannot be reached (" + failure.getClass().getSimpleName() + ")"
        : known.getMessage();
  }

  private BodyHandler<byte[]> limited() {
    return response ->
        response.statusCode() == OK
            ? new Limited(mostBytes)
            : HttpResponse.BodySubscribers.replacing(new byte[0]);
  }

  /** Takes so many bytes and no more. */
  private static final class Limited implements BodySubscriber<byte[]> {

    private final int most;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;

    Limited(int most) {
      this.most = most;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
      return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = given;
      given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
      if (body.isDone()) {
        return;
      }
      for (ByteBuffer part : parts) {
        if (bytes.size() + part.remaining() > most) {
          if (subscription != null) {
            subscription.cancel();
          }
          body.completeExceptionally(
              new IOException("it is larger than " + most / 1024 / 1024 + " MiB"));
          return;
        }
        byte[] copy = new byte[part.remaining()];
        part.get(copy);
        bytes.writeBytes(copy);
      }
    }

    @Override
    public void onError(Throwable failure) {
      body.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
      body.complete(bytes.toByteArray());
    }
  }
}
