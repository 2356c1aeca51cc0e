package dev.tuneornot.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;

@AnalyzeClasses(packages = "dev.tuneornot.cli", importOptions = DoNotIncludeTests.class)
class LayersTest {

  @ArchTest
  static final ArchRule packagesShouldBeFreeOfCycles =
      slices().matching("dev.tuneornot.cli.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule filesAndRowsShouldKnowNothingOfKafka =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.tuneornot.cli.console",
              "dev.tuneornot.cli.input",
              "dev.tuneornot.cli.output",
              "dev.tuneornot.cli.evaluate",
              "dev.tuneornot.cli.generate")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "io.confluent..", "dev.tuneornot.confluent..");

  @ArchTest
  static final ArchRule onlyConnectionShouldBuildClients =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.tuneornot.cli.connection")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(KafkaProducer.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(KafkaConsumer.class)
          .orShould()
          .callMethod(Admin.class, "create", Map.class);

  @ArchTest
  static final ArchRule nothingShouldReachForTheStreamsOfTheProcess =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("dev.tuneornot.cli.Main")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .accessField(System.class, "in");

  @ArchTest
  static final ArchRule commandsShouldBeNamedSo =
      classes().that().implement(Callable.class).should().haveSimpleNameEndingWith("Command");
}
