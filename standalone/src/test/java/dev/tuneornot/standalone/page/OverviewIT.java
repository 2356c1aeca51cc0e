package dev.tuneornot.standalone.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The portfolio at a glance: totals, charts, table. */
@RequiresChromium
class OverviewIT {
  private final Readers readers;

  OverviewIT(Readers readers) {
    this.readers = readers;
  }

  @Test
  void shouldShowTheTotalsAndEveryPortfolio() {
    JsonNode portfolios = readers.client().get("api/portfolios");
    JsonNode total = portfolios.get("total");

    try (Reader reader = readers.reader(Look.WIDE_LIGHT).openOverview("")) {
      Page page = reader.page();

      assertThat(page.locator("#overview-title"))
          .containsText(total.get("proposals").asText() + " proposals");
      for (String verdict : List.of("GO", "CAUTION", "NO_GO", "PENDING_PRICE", "NOT_APPLICABLE")) {
        assertThat(page.locator("a.tile[data-verdict=" + verdict + "] .tile-number"))
            .hasText(String.valueOf(total.get("byVerdict").path(verdict).asLong()));
      }
      total
          .get("byDecision")
          .properties()
          .forEach(
              decision ->
                  assertThat(
                          page.locator(
                              ".decision-totals a[data-decision=" + decision.getKey() + "] strong"))
                      .hasText(decision.getValue().asText()));
      assertThat(page.locator(".bars li")).hasCount(portfolios.get("portfolios").size());
      assertThat(page.locator("[data-total=monthlySavings]")).containsText("$");
      assertThat(page.locator(".card-scatter canvas")).isVisible();
    }
  }

  @Test
  void shouldFilterAndKeepTheFilterInTheAddress() {
    List<String> go = readers.client().proposalIds("verdict=GO&sort=-netBenefit&limit=50");

    try (Reader reader = readers.reader(Look.WIDE_LIGHT).openOverview("")) {
      Page page = reader.page();
      Locator menu = page.locator("details.menu").first();
      menu.locator("summary").click();
      menu.getByLabel("Go", new Locator.GetByLabelOptions().setExact(true)).check();

      assertThat(reader.rows()).hasCount(go.size());
      assertThat(reader.proposalIds()).isEqualTo(go);
      assertThat(page).hasURL(Pattern.compile("#/\\?verdict=GO$"));

      String shared = page.url();
      try (Reader other = readers.reader(Look.WIDE_LIGHT)) {
        other.open(shared.substring(shared.indexOf('#')));
        assertThat(other.rows()).hasCount(go.size());
        assertThat(other.proposalIds()).isEqualTo(go);
      }
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Clear filters")).click();
      assertThat(page).hasURL(Pattern.compile("#/$"));
    }
  }

  @Test
  void shouldSearchByTitle() {
    try (Reader reader = readers.reader(Look.WIDE_LIGHT).openOverview("")) {
      reader.page().locator("#search").fill("medical cod");

      assertThat(reader.rows()).hasCount(1);
      assertThat(reader.row("health-medical-coding")).isVisible();

      reader.page().locator("#search").fill("no such proposal at all");

      assertThat(reader.page().locator(".card-table .card-state"))
          .hasText("No proposal fits this filter.");
    }
  }

  @Test
  void shouldSortOnTheServerByAColumn() {
    List<String> dearest = readers.client().proposalIds("sort=-upfrontCost&limit=50");
    List<String> cheapest = readers.client().proposalIds("sort=upfrontCost&limit=50");

    try (Reader reader = readers.reader(Look.WIDE_LIGHT).openOverview("")) {
      Locator header = reader.page().locator("th[data-field=upfrontCost]");
      header.locator("button").click();

      assertThat(header).hasAttribute("aria-sort", "descending");
      assertThat(reader.rows().first()).hasAttribute("data-id", dearest.get(0));
      assertThat(reader.proposalIds()).isEqualTo(dearest);

      header.locator("button").press("Enter");

      assertThat(header).hasAttribute("aria-sort", "ascending");
      assertThat(reader.rows().first()).hasAttribute("data-id", cheapest.get(0));
      assertThat(reader.page()).hasURL(Pattern.compile("sort=upfrontCost"));
    }
  }

  @Test
  void shouldPage() {
    List<String> second = readers.client().proposalIds("sort=-netBenefit&limit=50&offset=50");

    try (Reader reader = readers.reader(Look.WIDE_LIGHT).openOverview("")) {
      reader.page().locator(".pages button").last().click();

      assertThat(reader.rows()).hasCount(second.size());
      assertThat(reader.page()).hasURL(Pattern.compile("page=2"));

      reader.page().goBack();

      assertThat(reader.rows()).hasCount(50);
    }
  }

  @Test
  void shouldExportTheFilteredTable() throws IOException {
    List<String> legal = readers.client().proposalIds("portfolio=legal&sort=-netBenefit&limit=50");

    try (Reader reader = readers.reader(Look.WIDE_LIGHT).openOverview("#/?portfolio=legal")) {
      Locator link = reader.page().locator("a[data-export=csv]");
      Download download = reader.page().waitForDownload(link::click);

      List<String> lines = Files.readAllLines(download.path());
      assertThat(lines.get(0)).contains("proposalId");
      assertThat(lines.subList(1, lines.size()))
          .hasSize(legal.size())
          .allSatisfy(line -> assertThat(line).contains("legal"));
    }
  }

  @Test
  void shouldHaveAFigureTableForEveryChart() {
    try (Reader reader = readers.reader(Look.WIDE_LIGHT).openOverview("")) {
      for (String card : List.of(".card-portfolios", ".card-scatter")) {
        Locator alternative = reader.page().locator(card + " details.alternative");
        alternative.locator("summary").click();
        assertThat(alternative.locator("tbody tr").first()).isVisible();
      }
    }
  }

  @Test
  void shouldShowTheDatesOfPriceListsAsTheSameDayEverywhere() {
    JsonNode first = readers.client().get("api/upcoming?minDependants=1").get("items").get(0);
    String day =
        DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.US)
            .withZone(ZoneOffset.UTC)
            .format(Instant.parse(first.get("at").asText()));

    for (String zone : List.of("America/Los_Angeles", "Pacific/Auckland")) {
      try (Reader reader = readers.reader("en-US", zone).openOverview("")) {
        assertThat(reader.page().locator(".upcoming-day").first()).hasText(day);
      }
    }
  }

  @Test
  void shouldSpeakOneLanguageWithTheSeparatorsOfTheReader() {
    try (Reader reader = readers.reader("de-DE", "Europe/Berlin").openOverview("")) {
      assertThat(reader.page().locator("#overview-title"))
          .containsText(Pattern.compile("saving \\$\\d+(,\\d)?[KM]? a month for \\$\\d"));
      assertThat(reader.page().locator("main"))
          .not()
          .containsText(Pattern.compile("\\bvor \\d|\\d \\$|Mio\\.|Std\\."));
      assertThat(reader.page().locator(".column-evaluatedAt time").first())
          .hasText(Pattern.compile("ago|just now"));
    }
  }
}
