package dev.tuneornot.standalone.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** One proposal: its path through the tree, figures, reasons and outlook. */
@RequiresChromium
class DetailIT {
  private static final String MEDICAL = "health-medical-coding";

  /** Whose tuning pays back. */
  private static final String PRECEDENTS = "legal-precedents";

  private final Readers readers;

  DetailIT(Readers readers) {
    this.readers = readers;
  }

  @Test
  void shouldLightTheOwnPathAndShowEachAnswer() {
    try (Reader reader = readers.reader(Look.WIDE_LIGHT).openProposal(MEDICAL)) {
      Page page = reader.page();

      assertThat(page.locator("#proposal-title"))
          .hasText("Medical coding: fixed format, code definitions looked up");
      assertAnswer(page, "T1", "NO");
      assertAnswer(page, "T2", "NO");
      assertAnswer(page, "T3", "YES");
      assertAnswer(page, "T4", "YES");
      assertThat(page.locator(".tree-box.leaf.lit"))
          .hasAttribute("data-leaf", "FINE_TUNE_WITH_RAG");
      assertThat(page.locator(".tree svg"))
          .hasAttribute(
              "aria-label", Pattern.compile("Is RAG sufficient\\? No\\..*Fine-tune \\+ RAG"));
    }
  }

  @Test
  void shouldLeaveTheRestOfTheTreeUnlit() {
    try (Reader reader = readers.reader(Look.WIDE_LIGHT).openProposal("cs-faq-bot")) {
      Page page = reader.page();

      assertAnswer(page, "T2", "YES");
      assertThat(page.locator(".tree-box.leaf.lit")).hasAttribute("data-leaf", "USE_RAG");
      assertThat(page.locator(".tree-box[data-question=T3]"))
          .not()
          .hasClass(Pattern.compile("\\blit\\b"));
    }
  }

  @Test
  void shouldShowTheDeclaredNeedsInTheMatrix() {
    try (Reader reader = readers.reader(Look.WIDE_LIGHT).openProposal(MEDICAL)) {
      Locator declared = reader.page().locator(".matrix tr.declared[data-need]");

      assertThat(declared.all())
          .extracting(row -> row.getAttribute("data-need"))
          .containsExactlyInAnyOrder("DOMAIN_KNOWLEDGE", "STYLE_OR_FORMAT", "DOMAIN_LANGUAGE");
      assertThat(reader.page().locator(".matrix thead .leads")).containsText("Fine-tuning");
    }
  }

  @Test
  void shouldShowFiguresCurveCandidatesAndAdvice() {
    JsonNode precedents = readers.client().get("api/recommendations/" + PRECEDENTS);

    try (Reader reader = readers.reader(Look.WIDE_LIGHT).openProposal(PRECEDENTS)) {
      Page page = reader.page();

      assertThat(page.locator(".candidates thead th[data-model]"))
          .hasCount(precedents.get("candidates").size());
      assertThat(page.locator("[data-figure=upfrontCost]"))
          .hasText("$%,d".formatted(Math.round(precedents.get("upfrontCost").asDouble())));
      assertThat(page.locator(".detail .chart canvas")).isVisible();
      assertThat(page.locator(".detail .chart"))
          .hasAttribute("aria-label", Pattern.compile("^Paid back after .* months"));
      assertThat(page.locator(".outlook")).containsText("requests a month on; planned are");
      assertThat(page.locator(".advice.risks .mitigation"))
          .hasCount(precedents.get("risks").size());
      assertThat(page.locator(".advice.warnings > li")).hasCount(precedents.get("warnings").size());
      assertThat(page.locator(".advice.signals > li")).hasCount(precedents.get("signals").size());
      assertThat(page.locator(".advice.steps > li")).hasCount(precedents.get("nextSteps").size());
      assertThat(page.locator(".history")).containsText(precedents.get("policyVersion").asText());
    }
  }

  @Test
  void shouldListTheChangesOfTheProposal() {
    JsonNode changes = readers.client().get("api/changes?proposal=" + PRECEDENTS);

    try (Reader reader = readers.reader(Look.WIDE_LIGHT).openProposal(PRECEDENTS)) {
      Locator listed = reader.page().locator(".changes li");

      assertThat(listed).hasCount(changes.get("total").asInt());
      assertThat(listed.last()).containsText("because the proposal was sent");
    }
  }

  @Test
  void shouldOpenByKeyboardAndComeBackToTheSameRow() {
    try (Reader reader = readers.reader(Look.WIDE_LIGHT).openOverview("#/?portfolio=health")) {
      reader.row(MEDICAL).locator("a").focus();
      reader.page().keyboard().press("Enter");

      assertThat(reader.page()).hasURL(Pattern.compile("#/proposals/" + MEDICAL));
      assertThat(reader.page().locator("#proposal-title")).isFocused();

      reader.page().locator("a.back").press("Enter");

      assertThat(reader.page()).hasURL(Pattern.compile("portfolio=health"));
      assertThat(reader.row(MEDICAL).locator("a")).isFocused();
    }
  }

  @Test
  void shouldShowEveryProposalOfTheQuickstart() {
    List<String> all = readers.client().proposalIds("limit=200");

    try (Reader reader = readers.reader(Look.WIDE_LIGHT)) {
      assertThat(all)
          .hasSizeGreaterThanOrEqualTo(50)
          .allSatisfy(
              proposalId -> {
                reader.openProposal(proposalId);
                assertThat(reader.page().locator(".detail-subtitle code")).hasText(proposalId);
                assertThat(reader.page().locator(".detail"))
                    .not()
                    .containsText(Pattern.compile("undefined|NaN|\\[object|null"));
                String shown = reader.page().locator(".detail").textContent();
                JsonNode explanation =
                    readers.client().recommendation(proposalId).orElseThrow().get("explanation");
                assertThat(ExplanationIT.Sentences.oneLine(shown))
                    .contains(ExplanationIT.Sentences.of(explanation));
              });
    }
  }

  @Test
  void shouldSayThatThereIsNoSuchProposal() {
    try (Reader reader = readers.reader(Look.WIDE_LIGHT).expecting("404")) {
      reader.open("#/proposals/no%20such%2Fproposal");

      assertThat(reader.page().locator("h1#proposal-title")).hasText("No such proposal");
      assertThat(reader.page().locator(".detail-subtitle")).hasText("no such/proposal");
    }
  }

  private static void assertAnswer(Page page, String question, String answer) {
    Locator box = page.locator(".tree-box[data-question=" + question + "]");
    assertThat(box).hasClass(Pattern.compile("\\blit\\b"));
    assertThat(box).hasAttribute("data-answer", answer);
  }
}
