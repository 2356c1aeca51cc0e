package dev.tuneornot.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Proposal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.avro.util.ClassSecurityValidator.ClassSecurityPredicate;
import org.apache.avro.util.ClassUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrustedClassesTest {

  private final ClassSecurityPredicate before = ClassSecurityValidator.getGlobal();

  @BeforeEach
  void startAsAvroDoes() {
    ClassSecurityValidator.setGlobal(ClassSecurityValidator.DEFAULT);
  }

  @AfterEach
  void restore() {
    ClassSecurityValidator.setGlobal(before);
  }

  @Test
  void shouldBeNeeded() {
    assertThatThrownBy(() -> ClassUtils.forName(Proposal.class.getName()))
        .isInstanceOf(SecurityException.class);
  }

  @Test
  void shouldLetOurClassesBeLoadedAndNoOthers() throws ClassNotFoundException {
    TrustedClasses.install();

    assertThat(ClassUtils.forName(Proposal.class.getName())).isEqualTo(Proposal.class);
    assertThat(ClassUtils.forName("java.lang.String")).isEqualTo(String.class);
    assertThatThrownBy(() -> ClassUtils.forName(RecordType.class.getName()))
        .isInstanceOf(SecurityException.class);
    assertThatThrownBy(() -> ClassUtils.forName("javax.script.ScriptEngineManager"))
        .isInstanceOf(SecurityException.class);
  }

  @Test
  void shouldLetRecordsBeRead() throws IOException {
    TrustedClasses.install();
    ModelPricing pricing = Samples.pricing();

    assertThat(ModelPricing.fromByteBuffer(pricing.toByteBuffer())).isEqualTo(pricing);
  }

  @Test
  void shouldChangeNothingWhenCalledAgain() {
    TrustedClasses.install();
    ClassSecurityPredicate installed = ClassSecurityValidator.getGlobal();

    TrustedClasses.install();

    assertThat(ClassSecurityValidator.getGlobal()).isSameAs(installed);
  }

  @Test
  void shouldLeaveAStricterSettingAsStrictAboutEverythingElse() throws ClassNotFoundException {
    List<String> forbidden = new ArrayList<>();
    ClassSecurityValidator.setGlobal(
        new ClassSecurityPredicate() {
          @Override
          public boolean isTrusted(Class<?> candidate) {
            return candidate == Proposal.class;
          }

          @Override
          public void forbiddenClass(String className) {
            forbidden.add(className);
            throw new SecurityException("by the stricter setting");
          }
        });

    TrustedClasses.install();

    assertThat(ClassUtils.forName(ModelPricing.class.getName())).isEqualTo(ModelPricing.class);
    assertThatThrownBy(() -> ClassUtils.forName("java.lang.String"))
        .hasMessage("by the stricter setting");
    assertThat(forbidden).containsExactly("java.lang.String");
  }
}
