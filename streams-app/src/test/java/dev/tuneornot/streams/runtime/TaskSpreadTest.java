package dev.tuneornot.streams.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TaskSpreadTest {

  @Test
  void complainsWhereAThreadHasMoreThanItsShare() {
    assertThat(new TaskSpread(Map.of("a-1", 0, "a-2", 4)).complaint())
        .contains("has 4 of 4 tasks")
        .contains("a-1=0")
        .contains("group.instance.id");
    assertThat(new TaskSpread(Map.of("a-1", 1, "a-2", 3)).complaint()).contains("has 3 of 4 tasks");
  }

  @Test
  void acceptsAThreadWithoutTasksWhereTheOthersHaveNoMoreThanTheirShare() {
    assertThat(new TaskSpread(Map.of("a-1", 0, "a-2", 2, "a-3", 2)).complaint()).isNull();
  }

  @Test
  void acceptsWhatIsAsEvenAsItCanBe() {
    assertThat(new TaskSpread(Map.of("a-1", 2, "a-2", 1, "a-3", 1)).complaint()).isNull();
    assertThat(new TaskSpread(Map.of("a-1", 4)).complaint()).isNull();
    assertThat(new TaskSpread(Map.of()).complaint()).isNull();
  }
}
