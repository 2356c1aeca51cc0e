package dev.tuneornot.standalone.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.util.Map;

/** The system with the quickstart's data, and a browser to look at it. */
final class Readers implements AutoCloseable {
  private final PageStack stack;
  private final Playwright playwright;
  private final Browser browser;

  private Readers(PageStack stack, Playwright playwright, Browser browser) {
    this.stack = stack;
    this.playwright = playwright;
    this.browser = browser;
  }

  static Readers start() throws IOException, InterruptedException {
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
    return new Readers(PageStack.start(), playwright, browser);
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
    stack.close();
  }
}
