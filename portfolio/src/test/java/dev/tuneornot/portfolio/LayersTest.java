package dev.tuneornot.portfolio;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

@AnalyzeClasses(packages = "dev.tuneornot.portfolio", importOptions = DoNotIncludeTests.class)
class LayersTest {

  @ArchTest
  static final ArchRule packagesShouldBeFreeOfCycles =
      slices().matching("dev.tuneornot.portfolio.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyTheRulesAndTheContractShouldBeKnown =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java.lang..",
              "java.util..",
              "java.math..",
              "java.text..",
              "java.time..",
              "java.io..",
              "java.nio",
              "java.nio.charset..",
              "org.jspecify..",
              "org.apache.avro..",
              "com.fasterxml.jackson.core..",
              "de.siegmar.fastcsv..",
              "org.dhatim.fastexcel..",
              "org.apache.commons.compress..",
              "dev.tuneornot.model..",
              "dev.tuneornot.schemas..",
              "dev.tuneornot.evaluation..",
              "dev.tuneornot.portfolio..");

  @ArchTest
  static final ArchRule nothingShouldLookAtAClockOrAFile =
      noClasses()
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class)
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching("java\\.io\\.(File.*|RandomAccessFile|PrintStream|Console)");
}
