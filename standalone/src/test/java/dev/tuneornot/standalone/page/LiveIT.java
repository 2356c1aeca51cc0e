package dev.tuneornot.standalone.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What changes appears by itself, without a reload. */
@RequiresChromium
class LiveIT {
  private static final String MODEL = "acme/live";
  private static final String PROPOSAL = "live-price-change";
  private static final String CHEAP = "pays";
  private static final String DEAR = "does-not-pay";

  private final Readers readers;
  @TempDir private Path directory;

  LiveIT(Readers readers) {
    this.readers = readers;
  }

  /** A proposal that says Go, and the only one that depends on its model. */
  @BeforeEach
  void propose() throws IOException {
    price(CHEAP, 9);
    readers.stack().awaitPrice(MODEL);
    Path file = directory.resolve("proposal.jsonl");
    Files.writeString(
        file,
        """
        {"proposalId": "%s", "portfolio": "live", "title": "Follows its price",\
         "promptingSufficient": "NO", "fewShotTried": "YES", "ragSufficient": "NO",\
         "narrowTask": "YES", "trainingData": {"examples": 1000, "quality": "YES",\
         "avgTokensPerExample": 500}, "workload": {"requestsPerMonth": 100000,\
         "promptTokens": 2000, "removableTokens": 1800, "outputTokens": 100},\
         "baselineModel": "%s", "candidateModels": ["%s"], "costs": {"engineering": 1000}}
        """
            .formatted(PROPOSAL, MODEL, MODEL));
    readers.stack().run("proposals", "send", "--wait", file.toString());
    readers.stack().awaitVerdict(PROPOSAL, "GO");
  }

  @AfterEach
  void takeAway() {
    readers.stack().run("proposals", "delete", "--wait", PROPOSAL);
    readers.stack().run("pricing", "delete", MODEL);
    readers.stack().awaitGone(PROPOSAL);
  }

  @Test
  void shouldShowAPriceChangeInTileRowAndTimelineWithoutReload() throws IOException {
    try (Reader reader = readers.reader(Look.WIDE_LIGHT).openOverview("#/?portfolio=live")) {
      Page page = reader.page();
      assertThat(page.locator("#live")).hasAttribute("data-state", "live");
      Locator go = page.locator("a.tile[data-verdict=GO] .tile-number");
      assertThat(reader.row(PROPOSAL)).hasAttribute("data-verdict", "GO");
      int before = Integer.parseInt(go.textContent());
      page.evaluate("window.sameDocument = true");

      price(DEAR, 80);

      assertThat(reader.row(PROPOSAL)).hasAttribute("data-verdict", "NO_GO");
      assertThat(go).hasText(String.valueOf(before - 1));
      assertThat(page.locator(".rail > li[data-state=COMPLETE]").first())
          .containsText(Pattern.compile("Price of " + MODEL));
      assertThat(page.locator(".card-flips .events li[data-id=" + PROPOSAL + "]").first())
          .containsText("because the price of " + MODEL + " changed");
      page.waitForFunction("() => window.sameDocument === true");
    }
  }

  @Test
  void shouldShowAPriceChangeInTheDetail() throws IOException {
    try (Reader reader = readers.reader(Look.WIDE_LIGHT).openProposal(PROPOSAL)) {
      assertThat(reader.page().locator(".lead")).containsText("Go: it pays back in time");

      price(DEAR, 80);

      assertThat(reader.page().locator(".lead")).containsText("No go: it never pays back");
      assertThat(reader.page().locator(".history"))
          .containsText("because the price of " + MODEL + " changed");
      assertThat(reader.page().locator(".changes li").first())
          .containsText("because the price of " + MODEL + " changed");
    }
  }

  @Test
  void shouldShowHowFarARunningChangeIs() {
    String running =
        """
        event: impact
        data: {"changeId": "PRICE/x", "kind": "PRICE", "key": "acme/big", "state": "RUNNING",\
         "dependants": 1000, "rescored": 250, "transitions": [], "monthlySavingsChange": 0,\
         "startedAt": "2126-01-01T00:00:00Z"}

        """;
    try (Reader reader = readers.reader(Look.WIDE_LIGHT)) {
      reader
          .context()
          .route(
              "**/api/events",
              route ->
                  route.fulfill(
                      new Route.FulfillOptions()
                          .setContentType("text/event-stream")
                          .setBody(running)));
      reader.openOverview("");

      Locator change = reader.page().locator(".rail > li[data-state=RUNNING]");
      assertThat(change).containsText("250 of 1,000 re-scored");
      assertThat(change.locator("progress")).hasAttribute("value", "0.25");
    }
  }

  @Test
  void shouldSayThatItIsOfflineAndComeBack() {
    try (Reader reader = readers.reader(Look.WIDE_LIGHT).expecting("ERR_")) {
      reader.context().route("**/api/events", Route::abort);
      reader.openOverview("");
      Locator live = reader.page().locator("#live");
      assertThat(live).containsText(Pattern.compile("^Not live since \\d"));

      reader.context().unroute("**/api/events");

      assertThat(live).hasText("Live");
    }
  }

  @Test
  void shouldShareOneConnectionAmongTabsAndHaveNoneWhenNobodyLooks() {
    double others = streams();
    try (Reader reader = readers.reader(Look.WIDE_LIGHT).openOverview("")) {
      Page second = reader.context().newPage();
      second.navigate(reader.page().url());
      for (Page page : List.of(reader.page(), second)) {
        assertThat(page.locator("#live")).hasText("Live");
      }
      Assertions.assertThat(streams() - others).isEqualTo(1);

      for (Page page : List.of(reader.page(), second)) {
        page.evaluate(
            "Object.defineProperty(document, 'hidden', {value: true});"
                + " document.dispatchEvent(new Event('visibilitychange'))");
      }
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() -> Assertions.assertThat(streams()).isLessThanOrEqualTo(others));
    }
  }

  private double streams() {
    return readers
        .client()
        .text("metrics")
        .lines()
        .filter(line -> line.startsWith("tuneornot_event_streams "))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' '))))
        .sum();
  }

  /**
   * @param tunedPrice USD per MTok of the tuned model; the base model costs 10
   */
  private void price(String name, int tunedPrice) throws IOException {
    Path file = directory.resolve(name + ".jsonl");
    Files.writeString(
        file,
        """
        {"modelId": "%s", "confidence": "OFFICIAL", "periods": [{"effectiveFrom":\
         "2026-01-01T00:00:00Z", "inputPerMTok": 10, "outputPerMTok": 10, "tuning":\
         {"trainingPerMTok": 1, "inputPerMTok": %d, "outputPerMTok": %d}}]}
        """
            .formatted(MODEL, tunedPrice, tunedPrice));
    readers.stack().run("pricing", "send", file.toString());
  }
}
