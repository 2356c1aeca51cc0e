package dev.tuneornot.standalone.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.util.Map;

/** A browser to look at the system with the quickstart's data. */
final class Readers implements AutoCloseable {
  private final PageStack stack;
  private final Playwright playwright;
  private final Browser browser;

  private Readers(PageStack stack, Playwright playwright, Browser browser) {
    this.stack = stack;
    this.playwright = playwright;
    this.browser = browser;
  }

  /** A browser for a system, which it leaves to others to close. */
  static Readers of(PageStack stack) {
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Browser browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(ChromiumCondition.CHROMIUM)
                    .setHeadless(true));
    return new Readers(stack, playwright, browser);
  }

  /** A reader of its own, without what earlier ones have stored. */
  Reader reader(Look look) {
    return new Reader(browser.newContext(look.options()), stack.url());
  }

  /** A reader elsewhere. */
  Reader reader(String locale, String zone) {
    return new Reader(
        browser.newContext(Look.WIDE_LIGHT.options().setLocale(locale).setTimezoneId(zone)),
        stack.url());
  }

  DashboardClient client() {
    return stack.client();
  }

  PageStack stack() {
    return stack;
  }

  @Override
  public void close() {
    playwright.close();
  }
}
