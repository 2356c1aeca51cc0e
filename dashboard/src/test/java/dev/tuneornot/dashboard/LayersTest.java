package dev.tuneornot.dashboard;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.tuneornot.dashboard", importOptions = DoNotIncludeTests.class)
class LayersTest {

  @ArchTest
  static final ArchRule packagesShouldBeFreeOfCycles =
      slices().matching("dev.tuneornot.dashboard.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule nothingShouldKnowTheOtherPrograms =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.tuneornot.streams..",
              "dev.tuneornot.evaluation..",
              "dev.tuneornot.cli..",
              "dev.tuneornot.standalone..");
}
