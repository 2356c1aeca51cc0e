package dev.tuneornot.schemas.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ViolationListTest {

  private final ViolationList violations = new ViolationList();

  @Test
  void shouldKeepWhatIsFirstSaidOfAField() {
    violations.add(new Violation("title", "5", "a string"));
    violations.add(new Violation("title", "5", "given once"));

    assertThat(violations.toList()).containsExactly(new Violation("title", "5", "a string"));
  }

  @Test
  void shouldCountWhatItDoesNotList() {
    for (int i = 0; i < ViolationList.MOST + 7; i++) {
      violations.add(new Violation("field" + i, null, Violation.UNKNOWN_FIELD));
    }

    assertThat(violations.toList()).hasSize(ViolationList.MOST + 1);
    assertThat(violations.toList().get(ViolationList.MOST)).hasToString("record: and 7 more");
  }

  @Test
  void shouldForgetEverything() {
    for (int i = 0; i < ViolationList.MOST + 7; i++) {
      violations.add(new Violation("field" + i, null, Violation.UNKNOWN_FIELD));
    }

    violations.clear();

    assertThat(violations.isEmpty()).isTrue();
    assertThat(violations.toList()).isEmpty();
  }
}
