package dev.tuneornot.cli.console;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;

/** What runs until it is stopped, by SIGTERM as containers are or by Ctrl-C, and then has done. */
public final class UntilStopped {

  /** Below the ten seconds after which Docker kills. */
  private static final long PATIENCE_SECONDS = 8;

  private UntilStopped() {}

  /**
   * Runs it. Once this process is to end its thread is interrupted, and the process ends with
   * {@link ExitCode#DONE}: without the halt, a JVM ended by a signal exits with 143 or 130.
   *
   * @param work ends soon once its thread is interrupted
   * @return its exit code, where it ends by itself
   */
  public static int run(IntSupplier work) {
    Thread worker = Thread.currentThread();
    AtomicBoolean stopped = new AtomicBoolean();
    CountDownLatch ended = new CountDownLatch(1);
    Thread hook =
        new Thread(
            () -> {
              stopped.set(true);
              worker.interrupt();
              if (endsInTime(ended)) {
                Runtime.getRuntime().halt(ExitCode.DONE);
              }
            },
            "tune-or-not-stop");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return work.getAsInt();
    } catch (RuntimeException cutOff) {
      if (stopped.get()) {
        return ExitCode.DONE;
      }
      throw cutOff;
    } finally {
      ended.countDown();
      if (!stopped.get()) {
        remove(hook);
      }
    }
  }

  private static boolean endsInTime(CountDownLatch ended) {
    try {
      return ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException cutOff) {
      return false;
    }
  }

  private static void remove(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException alreadyEnding) {
      // It is about to run, and finds that the work has ended.
    }
  }
}
