package dev.tuneornot.portfolio.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.portfolio.sheet.Cell;
import dev.tuneornot.portfolio.sheet.Sheet;
import dev.tuneornot.portfolio.sheet.SheetFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateTest {

  @Test
  void shouldHaveHeadingsThatAreReadAsTheirFields() {
    assertThat(Template.fields())
        .allSatisfy(
            field -> assertThat(FieldFinder.find(Template.heading(field)).field()).contains(field));
  }

  @Test
  void shouldBeReadAsASheetWithoutRows() throws IOException {
    SheetFile file = SheetFile.read(new ByteArrayInputStream(template()), null, null);

    ImportResult result = SheetImport.read(file, ImportOptions.NONE, null);

    assertThat(result.questions())
        .extracting(Question::what)
        .containsExactly("there is no row below the headings in row 1");
    assertThat(result.columns()).hasSize(Template.fields().size());
    assertThat(file.sheets()).extracting(Sheet::hidden).containsExactly(false, false, true);
  }

  @Test
  void shouldExplainEachFieldInTheWordsOfTheSchema() throws IOException {
    Sheet explanations =
        SheetFile.read(new ByteArrayInputStream(template()), null, null).sheets().get(1);

    assertThat(explanations.rows()).hasSize(Template.fields().size() + 1);
    assertThat(explanations.rows().get(1).cells().stream().map(Cell::shown))
        .containsExactly(
            "Proposal id",
            "1..200 characters, no control characters; equals the record key.",
            "text");
  }

  @Test
  void shouldHaveListsToChooseFrom(@TempDir java.nio.file.Path directory) throws IOException {
    java.nio.file.Path path = directory.resolve("template.xlsx");
    java.nio.file.Files.write(path, template());
    try (ZipFile zip = new ZipFile(path.toFile())) {
      ZipEntry entry = zip.getEntry("xl/worksheets/sheet1.xml");
      String xml = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);

      long lists =
          Template.fields().stream()
              .filter(
                  field ->
                      List.of(FieldKind.ANSWER, FieldKind.STAGE, FieldKind.NEED)
                          .contains(field.kind()))
              .count();
      assertThat(xml.split("<dataValidation ", -1)).hasSize((int) lists + 1);
    }
  }

  private static byte[] template() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Template.write(out, "1.0");
    return out.toByteArray();
  }
}
