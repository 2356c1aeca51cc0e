package dev.tuneornot.portfolio.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SheetFileTest {

  private static final String TEXT = "Kürzel;Größe\r\na;1,5\r\nb;2,5\r\n";

  static Stream<Arguments> encodings() {
    return Stream.of(
        Arguments.of("UTF-8", StandardCharsets.UTF_8, ""),
        Arguments.of("UTF-8", StandardCharsets.UTF_8, "\uFEFF"),
        Arguments.of("UTF-16", StandardCharsets.UTF_16LE, "\uFEFF"),
        Arguments.of("UTF-16", StandardCharsets.UTF_16BE, "\uFEFF"),
        Arguments.of("UTF-16", StandardCharsets.UTF_16LE, ""),
        Arguments.of("UTF-16", StandardCharsets.UTF_16BE, ""),
        Arguments.of("Windows-1252", Charset.forName("windows-1252"), ""));
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void shouldFindTheEncoding(String name, Charset charset, String mark) throws IOException {
    SheetFile file = read((mark + TEXT).getBytes(charset));

    assertThat(file.description()).isEqualTo(name + " text with semicolons between the columns");
    assertThat(texts(file.sheets().get(0)))
        .containsExactly(List.of("Kürzel", "Größe"), List.of("a", "1,5"), List.of("b", "2,5"));
  }

  @Test
  void shouldTakeAnEncodingThatIsNamed() throws IOException {
    byte[] mac = "Kürzel,Name\na,b\n".getBytes(Charset.forName("x-MacRoman"));

    SheetFile file =
        SheetFile.read(new ByteArrayInputStream(mac), Charset.forName("x-MacRoman"), null);

    assertThat(texts(file.sheets().get(0)).get(0)).containsExactly("Kürzel", "Name");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "a,b,c\\n1,2,3\\n # ,",
        "a;b;c\\n1,5;2,5;3,5\\n4,5;5,5;6,5\\n # ;",
        "a\\tb\\n1,5\\t2,5\\n # \\t",
        "a|b|c\\n1|2|3\\n # |",
        "id,needs\\na,x;y;z\\nb,y;z\\n # ,",
        "'id;text\\na;\"x, y, z\"\\nb;\"u, v\"\\n' # ;",
        "sep=|\\na|b;c;d\\n1|2;3;4\\n # |",
        "a\\n1\\n2\\n # ,",
      })
  void shouldFindTheSeparator(String text, String separator) throws IOException {
    SheetFile file = read(unescaped(text).getBytes(StandardCharsets.UTF_8));

    assertThat(String.valueOf(file.separator())).isEqualTo(unescaped(separator));
  }

  @Test
  void shouldCountRowsAsASpreadsheetDoes() throws IOException {
    SheetFile file = read("a,b\n\n\"x\ny\",1\n,,\nz,2,,\n".getBytes(StandardCharsets.UTF_8));

    List<SheetRow> rows = file.sheets().get(0).rows();
    assertThat(rows.stream().map(SheetRow::number)).containsExactly(1, 3, 5);
    assertThat(rows.get(2).cells()).hasSize(2);
  }

  @Test
  void shouldReadTheTypesOfASpreadsheet() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Daten");
      sheet.value(0, 0, "text");
      sheet.value(0, 1, 1234.5);
      sheet.value(0, 2, LocalDate.of(2026, 11, 30));
      sheet.style(0, 2).format("dd.mm.yyyy").set();
      sheet.value(0, 3, LocalDateTime.of(2026, 11, 30, 14, 30));
      sheet.style(0, 3).format("yyyy-mm-dd hh:mm").set();
      sheet.value(0, 4, true);
      sheet.value(0, 5, 0.8);
      sheet.style(0, 5).format("0%").set();
      sheet.value(0, 6, 100);
      sheet.style(0, 6).format("#,##0.00\\ [$€-407]").set();
      sheet.value(0, 7, 100);
      sheet.style(0, 7).format("[$-409]#,##0").set();
      sheet.value(0, 8, "#REF!");
      sheet.formula(0, 9, "B1*2");
      sheet.value(0, 10, 0.1 + 0.2);
      sheet.value(0, 12, "  ");
      workbook.newWorksheet("Leer");
    }

    SheetFile file = read(out.toByteArray());

    assertThat(file.sheets()).extracting(Sheet::name).containsExactly("Daten", "Leer");
    assertThat(file.sheets().get(0).rows().get(0).cells())
        .containsExactly(
            new Cell.Text("text"),
            new Cell.Amount(new BigDecimal("1234.5"), false, ""),
            new Cell.Moment(LocalDateTime.of(2026, 11, 30, 0, 0)),
            new Cell.Moment(LocalDateTime.of(2026, 11, 30, 14, 30)),
            new Cell.Flag(true),
            new Cell.Amount(new BigDecimal("0.8"), true, ""),
            new Cell.Amount(new BigDecimal("100"), false, "€"),
            new Cell.Amount(new BigDecimal("100"), false, ""),
            new Cell.Fault("#REF!"),
            new Cell.Fault(Cell.Fault.NO_VALUE),
            new Cell.Amount(new BigDecimal("0.300000000000000"), false, ""));
  }

  @ParameterizedTest
  @CsvSource({
    "d0cf11e0a1b11ae1, old .xls file",
    "1f8b08000000, gzip",
    "616263006465, NUL",
    "efbbbfff2c2c, says that it is UTF-8",
  })
  void shouldSayWhatAFileIsThatIsNone(String hex, String words) {
    assertThatThrownBy(() -> read(HexFormat.of().parseHex(hex)))
        .isInstanceOf(SheetException.class)
        .hasMessageContaining(words);
  }

  @Test
  void shouldSayWhatAnArchiveIsThatIsNoSpreadsheet() throws IOException {
    assertThatThrownBy(() -> read(zip("readme.txt", "hello".getBytes(StandardCharsets.UTF_8))))
        .hasMessageContaining("ZIP archive and no spreadsheet");
    byte[] ods = "application/vnd.oasis.opendocument.spreadsheet".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> read(zip("mimetype", ods)))
        .hasMessageContaining("save it as .xlsx or CSV");
    assertThatThrownBy(() -> read(zip("xl/workbook.bin", new byte[] {1})))
        .hasMessageContaining(".xlsb");
    assertThatThrownBy(
            () -> read(zip("[Content_Types].xml", "<broken".getBytes(StandardCharsets.UTF_8))))
        .isInstanceOf(SheetException.class)
        .hasMessageContaining("save it as .xlsx or CSV");
  }

  @Test
  void shouldReadASpreadsheetWithoutStyles() throws IOException {
    String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    String relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      put(
          zip,
          "[Content_Types].xml",
          "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd."
              + "openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>");
      put(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/>"
                  .formatted(main, relations)
              + "</sheets></workbook>");
      put(
          zip,
          "xl/_rels/workbook.xml.rels",
          "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
      put(
          zip,
          "xl/worksheets/sheet1.xml",
          "<worksheet xmlns=\"%s\"><sheetData><row r=\"1\">".formatted(main)
              + "<c r=\"A1\" t=\"inlineStr\"><is><t>ID</t></is></c><c r=\"B1\"><v>46356</v></c>"
              + "<c r=\"C1\"><f>A2</f><v>7</v></c><c r=\"D1\" t=\"e\"><f>Z1</f><v>#REF!</v></c>"
              + "<c r=\"E1\" t=\"str\"><f>A1</f><v>text</v></c>"
              + "<c r=\"F1\" t=\"b\"><f>1=1</f><v>1</v></c></row></sheetData></worksheet>");
    }

    assertThat(read(out.toByteArray()).sheets().get(0).rows().get(0).cells())
        .containsExactly(
            new Cell.Text("ID"),
            new Cell.Amount(new BigDecimal("46356"), false, ""),
            new Cell.Amount(new BigDecimal("7"), false, ""),
            new Cell.Fault("#REF!"),
            new Cell.Text("text"),
            new Cell.Flag(true));
  }

  private static void put(ZipOutputStream zip, String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void shouldRefuseWhatUnpacksToFarMore() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(Deflater.BEST_SPEED);
      zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 1025; i++) {
        zip.write(zeros);
      }
    }

    assertThatThrownBy(() -> read(out.toByteArray())).hasMessageContaining("more than 1 GiB");
  }

  @Test
  void shouldNameTheRowOfAQuoteThatIsNotClosed() {
    byte[] text = "a,b\n1,2\n3,\"4\n5,6\n".getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> read(text))
        .isInstanceOf(SheetException.class)
        .hasMessageContaining("row 3 is broken")
        .hasMessageContaining("quotation mark");
  }

  @ParameterizedTest
  @CsvSource({"0, A", "25, Z", "26, AA", "701, ZZ", "702, AAA", "16383, XFD"})
  void shouldCallColumnsAsASpreadsheetDoes(int column, String letters) {
    assertThat(Place.letters(column)).isEqualTo(letters);
  }

  private static SheetFile read(byte[] bytes) throws IOException {
    return SheetFile.read(new ByteArrayInputStream(bytes), null, null);
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return out.toByteArray();
  }

  private static List<List<String>> texts(Sheet sheet) {
    List<List<String>> texts = new ArrayList<>();
    sheet.rows().forEach(row -> texts.add(row.cells().stream().map(Cell::shown).toList()));
    return texts;
  }

  private static String unescaped(String text) {
    return text.replace("\\n", "\n").replace("\\t", "\t");
  }
}
