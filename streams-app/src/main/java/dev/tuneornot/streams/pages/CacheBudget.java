package dev.tuneornot.streams.pages;

import java.util.concurrent.atomic.AtomicLong;

/** What the caches of all tasks of a process may take of its heap together. Thread-safe. */
public final class CacheBudget {
  private final long most;
  private final AtomicLong taken = new AtomicLong();

  /**
   * @param most bytes; 0: no caches
   */
  public CacheBudget(long most) {
    this.most = most;
  }

  /** Whether there was still so much, which is then taken. */
  boolean take(long bytes) {
    if (taken.addAndGet(bytes) <= most) {
      return true;
    }
    taken.addAndGet(-bytes);
    return false;
  }

  /** Whether there is still so much, for now. */
  boolean hasRoom(long bytes) {
    return taken.get() + bytes <= most;
  }

  void give(long bytes) {
    taken.addAndGet(-bytes);
  }

  /** Bytes taken at present. */
  public long taken() {
    return taken.get();
  }
}
