package dev.tuneornot.standalone.faults;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Rows of the table that tests of other modules stand for, from what they have reported. */
final class TestReports {
  private static final List<Covered> ALL =
      List.of(
          new Covered(
              "6", "streams-app", "topology.IntakeTest", "null keys and every other refusal"),
          new Covered(
              "10", "streams-app", "topology.InputTimestampsTest", "timestamps of any value"),
          new Covered(
              "14", "standalone", "endtoend.StartUpIT", "topics missing or not as they must be"),
          new Covered(
              "15",
              "standalone",
              "endtoend.UpgradeIT",
              "what version 0.1.0 left, under this build"),
          new Covered(
              "15", "streams-app", "topology.TopologyDescriptionTest", "names of stores and nodes"),
          new Covered("16", "producer-cli", "input.MalformedFilesTest", "malformed files"),
          new Covered("16", "producer-cli", "input.MutatedFilesTest", "mutated files"),
          new Covered("17", "streams-app", "runtime.HealthServerTest", "HTTP of the probes"),
          new Covered("17", "dashboard", "web.ApiTest", "HTTP of the dashboard"),
          new Covered("17", "dashboard", "web.HttpLimitsTest", "slow, many and large requests"),
          new Covered("17", "dashboard", "web.MutatedRequestsTest", "mutated requests"),
          new Covered(
              "security",
              "confluent-serde",
              "AuthenticationContractTest",
              "passwords to the registry"),
          new Covered("security", "confluent-serde", "TlsContractTest", "TLS to the registry"),
          new Covered(
              "security", "confluent-serde", "oauth.OauthProvidersTest", "tokens to the registry"),
          new Covered("security", "schemas", "TrustedClassesTest", "classes that Avro may load"),
          new Covered("security", "schemas", "json.MutationTest", "mutated JSON"),
          new Covered("security", "streams-app", "inbound.MutatedRecordsTest", "mutated records"),
          new Covered(
              "security", "producer-cli", "connection.SecretsTest", "secrets in help and errors"),
          new Covered(
              "security",
              "standalone",
              "deployment.BillOfMaterialsIT",
              "Confluent's artifacts in the bills of materials"));

  private TestReports() {}

  /**
   * A test class that shows a row.
   *
   * @param name its end, of the package and the class
   */
  private record Covered(String row, String module, String name, String what) {}

  /**
   * A row for each that has run and passed.
   *
   * @param root the folder that the modules are in
   */
  static List<Result> of(Path root) throws IOException {
    List<Result> results = new ArrayList<>();
    for (Covered test : ALL) {
      int cases = 0;
      for (String reports : List.of("surefire-reports", "failsafe-reports")) {
        Path directory = root.resolve(Path.of(test.module(), "target", reports));
        cases += Files.isDirectory(directory) ? passed(directory, test) : 0;
      }
      if (cases > 0) {
        String className = test.name().substring(test.name().lastIndexOf('.') + 1);
        String what = test.what() + ": " + cases + (cases == 1 ? " case" : " cases");
        results.add(new Result(test.row(), className, what, 0, 0, -1));
      }
    }
    return results;
  }

  private static int passed(Path directory, Covered test) throws IOException {
    try (DirectoryStream<Path> reports =
        Files.newDirectoryStream(directory, "TEST-*." + test.name() + ".xml")) {
      int passed = 0;
      for (Path report : reports) {
        Element suite =
            DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(report.toFile())
                .getDocumentElement();
        boolean broken = number(suite, "failures") + number(suite, "errors") > 0;
        passed += broken ? 0 : number(suite, "tests") - number(suite, "skipped");
      }
      return passed;
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(e);
    }
  }

  private static int number(Element suite, String attribute) {
    return Integer.parseInt(suite.getAttribute(attribute));
  }
}
