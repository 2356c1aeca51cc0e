package dev.tuneornot.standalone.broker;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.internals.Exit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a broker from ending the JVM that it is embedded in.
 *
 * <p>Kafka answers what it cannot handle (a full disk, say) with {@link Exit}, which is static: as
 * long as a guard is open, all of them are told instead, whichever broker it was, and the calling
 * thread ends with an exception.
 */
final class ExitGuard implements AutoCloseable {

  /** Ends the thread that wanted to end the process. */
  static final class ExitPrevented extends RuntimeException {
    ExitPrevented(String reason) {
      super(reason);
    }
  }

  private static final List<ExitGuard> OPEN = new CopyOnWriteArrayList<>();

  private final Consumer<String> onFatal;

  private ExitGuard(Consumer<String> onFatal) {
    this.onFatal = onFatal;
  }

  static ExitGuard open(Consumer<String> onFatal) {
    synchronized (OPEN) {
      ExitGuard guard = new ExitGuard(onFatal);
      OPEN.add(guard);
      Exit.setExitProcedure(ExitGuard::prevent);
      Exit.setHaltProcedure(ExitGuard::prevent);
      return guard;
    }
  }

  private static void prevent(int status, @Nullable String message) {
    String reason =
        "exit with status " + status + (message == null ? "" : ": " + message) + ", see the log";
    OPEN.forEach(guard -> guard.onFatal.accept(reason));
    throw new ExitPrevented(reason);
  }

  @Override
  public void close() {
    synchronized (OPEN) {
      OPEN.remove(this);
      if (OPEN.isEmpty()) {
        Exit.resetExitProcedure();
        Exit.resetHaltProcedure();
      }
    }
  }
}
