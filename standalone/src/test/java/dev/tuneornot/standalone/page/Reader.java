package dev.tuneornot.standalone.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Someone with the page open. Closing asserts that the page was quiet: no error on the console, no
 * exception, no dialog.
 */
final class Reader implements AutoCloseable {
  /**
   * What Chromium says when an interface of the machine comes or goes (containers, for instance).
   */
  private static final String NETWORK_CHANGED = "ERR_NETWORK_CHANGED";

  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  private final BrowserContext context;
  private final Page page;
  private final String url;
  private final List<String> noise = new ArrayList<>();
  private Pattern expected = Pattern.compile("(?!)");

  Reader(BrowserContext context, String url) {
    this.context = context;
    this.url = url;
    this.page = context.newPage();
    page.setDefaultTimeout(20_000);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.type().equals("warning")) {
            noise.add(message.text());
          }
        });
    page.onPageError(noise::add);
    page.onDialog(
        dialog -> {
          noise.add("dialog: " + dialog.message());
          dialog.dismiss();
        });
  }

  /** Opens an address of the page, such as {@code #/?verdict=GO}. */
  Reader open(String hash) {
    page.navigate(url + hash);
    if (noise.removeIf(message -> message.contains(NETWORK_CHANGED))) {
      page.reload();
    }
    return this;
  }

  /** The overview with all its sections filled. */
  Reader openOverview(String hash) {
    open(hash);
    rows().first().waitFor();
    return this;
  }

  Reader openProposal(String proposalId) {
    open("#/proposals/" + proposalId);
    page.locator(".tree svg").waitFor();
    return this;
  }

  /** Console messages that a test brings about on purpose. */
  Reader expecting(String pattern) {
    expected = Pattern.compile(pattern);
    return this;
  }

  Page page() {
    return page;
  }

  BrowserContext context() {
    return context;
  }

  Locator rows() {
    return page.locator("table.proposals tbody tr");
  }

  Locator row(String proposalId) {
    return page.locator("table.proposals tbody tr[data-id='" + proposalId + "']");
  }

  /** Of the rows of the table, in their order. */
  List<String> proposalIds() {
    return rows().all().stream().map(row -> row.getAttribute("data-id")).toList();
  }

  void screenshot(String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")).setFullPage(true));
  }

  @Override
  public void close() {
    context.close();
    assertThat(noise)
        .as("errors on the console, exceptions and dialogs")
        .filteredOn(message -> !message.contains(NETWORK_CHANGED))
        .filteredOn(message -> !expected.matcher(message).find())
        .isEmpty();
  }
}
