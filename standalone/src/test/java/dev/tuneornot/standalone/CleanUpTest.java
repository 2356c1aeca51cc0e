package dev.tuneornot.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CleanUpTest {
  private final List<String> undone = Collections.synchronizedList(new ArrayList<>());
  private final CleanUp cleanUp = new CleanUp(Duration.ofMillis(50));

  @Test
  void shouldUndoEverythingOnceAndTheLastFirst() throws Exception {
    cleanUp.add(() -> resource("directory"));
    cleanUp.add(() -> resource("stack"));

    cleanUp.close();
    cleanUp.stop();

    assertThat(undone).containsExactly("stack", "directory");
  }

  @Test
  void shouldGoOnWhereOneCannotBeUndone() throws Exception {
    cleanUp.add(() -> resource("directory"));
    cleanUp.add(
        () ->
            () -> {
              throw new IllegalStateException("on purpose");
            });

    cleanUp.close();

    assertThat(undone).containsExactly("directory");
  }

  @Test
  void shouldInterruptAStartThatTakesLongAndUndoWhatWasBeforeIt() throws Exception {
    cleanUp.add(() -> resource("directory"));
    CountDownLatch under = new CountDownLatch(1);
    Thread starting = new Thread(() -> startForEver(under));
    starting.start();
    under.await();

    cleanUp.stop();

    starting.join();
    assertThat(undone).containsExactly("half a stack", "directory");
  }

  private void startForEver(CountDownLatch under) {
    try {
      cleanUp.<AutoCloseable>add(
          () -> {
            under.countDown();
            try {
              new CountDownLatch(1).await();
              return resource("never");
            } finally {
              undone.add("half a stack");
            }
          });
    } catch (Exception e) {
      assertThat(e).isInstanceOf(InterruptedException.class);
    }
  }

  @Test
  void shouldTakeWhatFailsWhileItStopsAsStopped() throws Exception {
    CountDownLatch under = new CountDownLatch(1);
    List<Exception> thrown = Collections.synchronizedList(new ArrayList<>());
    Thread starting =
        new Thread(
            () -> {
              try {
                cleanUp.<AutoCloseable>add(
                    () -> {
                      under.countDown();
                      try {
                        new CountDownLatch(1).await();
                      } catch (InterruptedException e) {
                        throw new IllegalStateException("Shutdown in progress", e);
                      }
                      return resource("never");
                    });
              } catch (Exception e) {
                thrown.add(e);
              }
            });
    starting.start();
    under.await();

    cleanUp.stop();

    starting.join();
    assertThat(thrown).singleElement().isInstanceOf(InterruptedException.class);
  }

  @Test
  void shouldStartNothingOnceItHasEnded() {
    cleanUp.close();

    assertThatThrownBy(() -> cleanUp.add(() -> resource("late")))
        .isInstanceOf(InterruptedException.class);
    assertThat(undone).isEmpty();
  }

  private AutoCloseable resource(String name) {
    return () -> undone.add(name);
  }
}
