package dev.tuneornot.streams;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which package may import which. */
@AnalyzeClasses(
    packages = "dev.tuneornot.streams",
    importOptions = ImportOption.DoNotIncludeTests.class)
class PackageDirectionsTest {

  @ArchTest
  static final ArchRule PACKAGES_POINT_INWARDS =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("main")
          .definedBy("dev.tuneornot.streams")
          .layer("runtime")
          .definedBy("..streams.runtime..")
          .layer("config")
          .definedBy("..streams.config..")
          .layer("topology")
          .definedBy("..streams.topology..")
          .layer("score")
          .definedBy("..streams.score..")
          .layer("impact")
          .definedBy("..streams.impact..")
          .layer("rollup")
          .definedBy("..streams.rollup..")
          .layer("sweep")
          .definedBy("..streams.sweep..")
          .layer("pages")
          .definedBy("..streams.pages..")
          .layer("reference")
          .definedBy("..streams.reference..")
          .layer("inbound")
          .definedBy("..streams.inbound..")
          .layer("meters")
          .definedBy("..streams.meters..")
          .whereLayer("runtime")
          .mayOnlyBeAccessedByLayers("main")
          .whereLayer("config")
          .mayOnlyBeAccessedByLayers("main", "runtime")
          .whereLayer("topology")
          .mayOnlyBeAccessedByLayers("runtime")
          .whereLayer("score")
          .mayOnlyBeAccessedByLayers("topology", "runtime")
          .whereLayer("impact")
          .mayOnlyBeAccessedByLayers("score", "topology")
          .whereLayer("rollup")
          .mayOnlyBeAccessedByLayers("impact", "score", "topology")
          .whereLayer("sweep")
          .mayOnlyBeAccessedByLayers("impact", "score", "runtime")
          .whereLayer("pages")
          .mayOnlyBeAccessedByLayers("sweep", "score", "runtime")
          .whereLayer("meters")
          .mayOnlyBeAccessedByLayers("inbound", "reference", "score", "topology", "runtime")
          .whereLayer("reference")
          .mayOnlyBeAccessedByLayers(
              "pages", "sweep", "rollup", "impact", "score", "topology", "runtime");

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices().matching("dev.tuneornot.streams.(*)..").should().beFreeOfCycles();
}
