package dev.tuneornot.benchmarks.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class RatesPlotTest {

  @Test
  void shouldBeWellFormed() throws Exception {
    Element root = plot(Samples.report()).getDocumentElement();

    assertThat(root.getTagName()).isEqualTo("svg");
    assertThat(root.getAttribute("aria-label")).isEqualTo("Rows a second, 1000 proposals");
  }

  /** The bars are 450 wide for the greatest figure, a thousand rows a second. */
  @Test
  void shouldDrawTheMedianOfEachContenderAndItsSpread() throws Exception {
    Document plot = plot(Samples.report());

    // Ours loaded 500 and 200 rows a second, the limit 1000 and 250.
    assertThat(attributes(plot, "rect", "width")).containsExactly("157.5", "281.3");
    assertThat(attributes(plot, "rect", "class")).containsExactly("ours", "other");
    assertThat(texts(plot, "label")).containsExactly("ours", "limit");
    assertThat(texts(plot, "value")).containsExactly("350", "625");
    assertThat(attributes(plot, "line", "x1")).contains("280.0", "415.0", "302.5", "640.0");
  }

  @Test
  void shouldBeWellFormedWithNothingToShow() throws Exception {
    Document plot = plot(Report.of(Map.of()));

    assertThat(attributes(plot, "rect", "width")).isEmpty();
  }

  private static Document plot(Report report) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(RatesPlot.of(report).getBytes(UTF_8)));
  }

  private static List<String> attributes(Document plot, String tag, String attribute) {
    return elements(plot, tag).stream().map(element -> element.getAttribute(attribute)).toList();
  }

  private static List<String> texts(Document plot, String type) {
    return elements(plot, "text").stream()
        .filter(element -> element.getAttribute("class").equals(type))
        .map(Element::getTextContent)
        .toList();
  }

  private static List<Element> elements(Document plot, String tag) {
    NodeList nodes = plot.getElementsByTagName(tag);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }
}
