package dev.tuneornot.dashboard.web;

/** A request that is answered with an error; the message is for the asker. */
final class HttpException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  HttpException(int status, String message) {
    super(message);
    this.status = status;
  }

  static HttpException badParameter(String name, String value, String bound) {
    String shown = value.length() <= 50 ? value : value.substring(0, 50) + "...";
    return new HttpException(400, name + " = " + shown + ": must be " + bound);
  }

  int status() {
    return status;
  }

  String text() {
    return String.valueOf(getMessage());
  }
}
