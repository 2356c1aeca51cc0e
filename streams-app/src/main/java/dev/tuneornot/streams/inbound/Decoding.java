package dev.tuneornot.streams.inbound;

/** What decoding a record came to. */
public sealed interface Decoding<T> {

  record Accepted<T>(T value) implements Decoding<T> {}

  record Refused<T>(Refusal refusal) implements Decoding<T> {}

  /** The writer schema is not known yet because the registry is away. */
  record Awaiting<T>(int schemaId) implements Decoding<T> {}
}
