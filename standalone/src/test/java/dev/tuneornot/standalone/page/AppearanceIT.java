package dev.tuneornot.standalone.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Light and dark, wide and narrow; what they look like is kept in target/screenshots. */
@RequiresChromium
class AppearanceIT {
  private static final String PRECEDENTS = "legal-precedents";

  private final Readers readers;

  AppearanceIT(Readers readers) {
    this.readers = readers;
  }

  @ParameterizedTest
  @EnumSource
  void shouldFitTheScreen(Look look) {
    try (Reader reader = readers.reader(look).openOverview("")) {
      Page page = reader.page();
      assertThat(page.locator(".card-scatter canvas")).isVisible();
      assertFits(page);
      assertThat(brightness(page)).matches(bright -> look.isDark() ? bright < 60 : bright > 200);
      reader.screenshot("overview-" + look.slug());

      reader.openProposal(PRECEDENTS);

      assertThat(page.locator(".detail .chart canvas")).isVisible();
      assertFits(page);
      reader.screenshot("proposal-" + look.slug());
    }
  }

  @Test
  void shouldRememberTheThemeThatTheReaderChose() {
    try (Reader reader = readers.reader(Look.WIDE_LIGHT).openOverview("")) {
      Page page = reader.page();
      page.getByLabel("Switch to the dark theme").click();
      assertThat(brightness(page)).isLessThan(60);

      page.reload();

      assertThat(page.getByLabel("Switch to the light theme")).isVisible();
      assertThat(brightness(page)).isLessThan(60);
    }
  }

  @Test
  void shouldShowEachRowAsACardOnANarrowScreen() {
    try (Reader reader = readers.reader(Look.NARROW_LIGHT).openOverview("#/?verdict=GO")) {
      assertThat(reader.page().locator("table.proposals thead")).isHidden();
      assertThat(reader.page().getByLabel("Sort by").last()).isVisible();
      assertThat(reader.rows().first().locator("[data-label='Savings a month']")).isVisible();
    }
  }

  private static void assertFits(Page page) {
    assertThat((int) page.evaluate("() => document.documentElement.scrollWidth - innerWidth"))
        .as("pixels beyond the right edge")
        .isNotPositive();
  }

  /** Of the page's background, 0 to 255. */
  private static int brightness(Page page) {
    return (int)
        page.evaluate(
            "() => Number(/\\d+/.exec(getComputedStyle(document.documentElement).backgroundColor)[0])");
  }
}
