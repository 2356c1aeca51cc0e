package dev.tuneornot.portfolio.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.portfolio.models.PriceBook;
import dev.tuneornot.portfolio.sheet.SheetException;
import dev.tuneornot.portfolio.sheet.SheetFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/** Whatever a file has in it, it is read, asked about or refused in words; no other way out. */
class MutatedSheetsTest {

  private static final int FILES = 1_500;

  private static final PriceBook BOOK = new PriceBook(List.of("openai/gpt-6-luna"));

  private static final String TEXT =
      """
      ID;Titel;Anfragen;Cache-Anteil;Eingereicht am;Modell;Kosten Evaluation;Niedrige Latenz
      a;Erstes;1.200,5;35 %;30.11.2026;GPT-6 Luna;12,50 €;x
      b;Zweites;1e3;0,5;2026-12-01 08:00;openai/gpt-6-luna;$3;
      ;Summe;2.200;;;;;
      """;

  @Test
  void shouldReadOrRefuseAnyText() {
    Random random = new Random(26);
    for (int i = 0; i < FILES; i++) {
      read(mutated(TEXT.getBytes(StandardCharsets.UTF_8), random), i);
    }
  }

  @Test
  void shouldReadOrRefuseAnySpreadsheet() throws IOException {
    Map<String, byte[]> parts = parts(workbook());
    Random random = new Random(27);
    for (int i = 0; i < FILES; i++) {
      Map<String, byte[]> changed = new LinkedHashMap<>(parts);
      List<String> names = List.copyOf(parts.keySet());
      String name = names.get(random.nextInt(names.size()));
      changed.put(name, mutated(parts.get(name), random));
      read(zip(changed), i);
    }
  }

  @Test
  void shouldReadOrRefuseAnyArchive() throws IOException {
    byte[] workbook = workbook();
    Random random = new Random(28);
    for (int i = 0; i < FILES; i++) {
      read(mutated(workbook, random), i);
    }
  }

  private static void read(byte[] bytes, int index) {
    try {
      SheetFile file = SheetFile.read(new ByteArrayInputStream(bytes), null, null);
      ImportResult result = SheetImport.read(file, ImportOptions.NONE, BOOK);
      assertThat(ColumnMap.suggest(result)).isNotEmpty();
      assertThat(ProblemGroup.of(result.problems()).size())
          .isLessThanOrEqualTo(result.problems().size());
      assertThat(result.errorRows())
          .hasSize(result.questions().isEmpty() ? result.refused() + 1 : 1);
    } catch (SheetException told) {
      assertThat(told.getMessage()).matches("(?s)(it|row \\d+) .*");
    } catch (IOException | RuntimeException other) {
      throw new AssertionError("file " + index, other);
    }
  }

  private static byte[] mutated(byte[] original, Random random) {
    byte[] bytes = original.clone();
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> bytes[at] = (byte) "0123456789;,.\"\n<>/-".charAt(random.nextInt(19));
        default -> bytes = java.util.Arrays.copyOf(bytes, Math.max(1, at));
      }
    }
    return bytes;
  }

  private static byte[] workbook() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Tabelle");
      String[] header = {"ID", "Titel", "Anfragen", "Eingereicht am", "Modell"};
      for (int i = 0; i < header.length; i++) {
        sheet.value(0, i, header[i]);
      }
      for (int row = 1; row < 6; row++) {
        sheet.value(row, 0, "P" + row);
        sheet.value(row, 1, "Vorhaben " + row);
        sheet.value(row, 2, row * 100);
        sheet.value(row, 3, LocalDate.of(2026, 11, row));
        sheet.style(row, 3).format("dd.mm.yyyy").set();
        sheet.formula(row, 4, "A1");
      }
    }
    return out.toByteArray();
  }

  private static Map<String, byte[]> parts(byte[] workbook) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipFile zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook)).get()) {
      for (ZipArchiveEntry entry : java.util.Collections.list(zip.getEntries())) {
        parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    return parts;
  }

  private static byte[] zip(Map<String, byte[]> parts) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    }
    return out.toByteArray();
  }
}
