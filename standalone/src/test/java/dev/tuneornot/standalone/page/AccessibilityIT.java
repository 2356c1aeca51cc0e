package dev.tuneornot.standalone.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** For keyboards and screen readers, and with contrast enough. */
@RequiresChromium
class AccessibilityIT {
  private final Readers readers;

  AccessibilityIT(Readers readers) {
    this.readers = readers;
  }

  @ParameterizedTest
  @EnumSource(names = {"WIDE_LIGHT", "WIDE_DARK", "NARROW_LIGHT"})
  void shouldHaveNoFinding(Look look) {
    try (Reader reader = readers.reader(look).openOverview("")) {
      assertThat(reader.page().locator(".card-scatter canvas")).isVisible();
      assertThat(findings(reader.page())).isEmpty();

      reader.openProposal("health-medical-coding");

      assertThat(findings(reader.page())).isEmpty();
    }
  }

  @Test
  void shouldBeginWithALinkToTheContent() {
    try (Reader reader = readers.reader(Look.WIDE_LIGHT).openOverview("")) {
      Page page = reader.page();
      page.keyboard().press("Tab");
      assertThat(page.locator("#skip")).isFocused();

      page.keyboard().press("Enter");

      assertThat(page.locator("#main")).isFocused();
    }
  }

  @Test
  void shouldWorkTheFilterMenuByKeyboard() {
    try (Reader reader = readers.reader(Look.WIDE_LIGHT).openOverview("")) {
      Page page = reader.page();
      page.locator("details.menu summary").first().focus();
      page.keyboard().press("Enter");
      page.keyboard().press("Tab");
      page.keyboard().press("Space");
      assertThat(page.locator("details.menu input[type=checkbox]").first()).isChecked();
      assertThat(page.locator("details.menu input[type=checkbox]").first()).isFocused();

      page.keyboard().press("Escape");

      assertThat(page.locator("details.menu").first()).not().hasAttribute("open", "");
      assertThat(page.locator("details.menu summary").first()).isFocused();
    }
  }

  private static List<String> findings(Page page) {
    AxeRunOptions violations = new AxeRunOptions();
    // All rules are checked; what passes them is not described node by node.
    violations.setResultTypes(List.of("violations"));
    return new AxeBuilder(page)
        .options(violations).analyze().getViolations().stream()
            .map(AccessibilityIT::described)
            .toList();
  }

  private static String described(Rule rule) {
    return rule.getId()
        + ": "
        + rule.getNodes().stream()
            .map(node -> node.getHtml() + " " + node.getFailureSummary())
            .toList();
  }
}
