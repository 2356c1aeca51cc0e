package dev.tuneornot.standalone.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What proposals say is shown as text, whatever it is. */
@RequiresChromium
class HostileTextIT {
  private static final String MARKUP = "<img src=x onerror=alert(1)>";
  private static final String PROPOSAL = "hostile/<b>&\"id\"";

  private final Readers readers;
  @TempDir private Path directory;

  HostileTextIT(Readers readers) {
    this.readers = readers;
  }

  @BeforeEach
  void propose() throws IOException {
    Path file = directory.resolve("hostile.jsonl");
    Files.writeString(
        file,
        """
        {"proposalId": "hostile/<b>&\\"id\\"", "portfolio": "%s", "title": "%s",\
         "promptingSufficient": "NO", "ragSufficient": "NO", "narrowTask": "YES",\
         "trainingData": {"examples": 1000, "quality": "YES", "avgTokensPerExample": 500},\
         "workload": {"requestsPerMonth": 1000, "promptTokens": 2000, "outputTokens": 100},\
         "candidateModels": ["acme/<script>alert(2)</script>"]}
        """
            .formatted(MARKUP, MARKUP));
    readers.stack().run("proposals", "send", "--wait", file.toString());
    readers.stack().awaitVerdict(PROPOSAL, "PENDING_PRICE");
  }

  @AfterEach
  void takeAway() {
    readers.stack().run("proposals", "delete", "--wait", PROPOSAL);
    readers.stack().awaitGone(PROPOSAL);
  }

  @Test
  void shouldShowMarkupAsJustThat() {
    try (Reader reader = readers.reader(Look.WIDE_LIGHT).openOverview("#/?q=onerror")) {
      assertThat(reader.rows()).hasCount(1);
      assertThat(reader.rows().locator(".row-link")).hasText(MARKUP);
      assertThat(reader.rows().locator(".column-portfolio")).hasText(MARKUP);

      reader.rows().locator(".row-link").click();

      assertThat(reader.page().locator("h1#proposal-title")).hasText(MARKUP);
      assertThat(reader.page().locator(".detail-subtitle code")).hasText(PROPOSAL);
      assertThat(reader.page().locator(".candidates thead .model"))
          .hasText("acme/<script>alert(2)</script>");
      assertThat(reader.page().locator("img, .detail script, .detail b").count()).isZero();
    }
  }

  @Test
  void shouldHaveAPolicyThatForbidsInlineScript() {
    try (Reader reader =
        readers.reader(Look.WIDE_LIGHT).expecting("Content Security Policy").openOverview("")) {
      Object ran =
          reader
              .page()
              .evaluate(
                  """
                  () => {
                    const script = document.createElement('script');
                    script.textContent = 'window.ran = true';
                    document.head.append(script);
                    return window.ran === true;
                  }
                  """);

      assertThat(ran).isEqualTo(false);
    }
  }
}
