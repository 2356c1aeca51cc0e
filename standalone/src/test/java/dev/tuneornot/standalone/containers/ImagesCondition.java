package dev.tuneornot.standalone.containers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.testcontainers.DockerClientFactory;

/** Says on the console why it skips: Failsafe counts, and leaves the reason to its report files. */
final class ImagesCondition implements ExecutionCondition {

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return AnnotationSupport.findAnnotation(context.getElement(), RequiresImages.class)
        .flatMap(ImagesCondition::missing)
        .map(
            missing -> {
              System.out.println("Skipped " + context.getDisplayName() + ": " + missing);
              return ConditionEvaluationResult.disabled(missing);
            })
        .orElseGet(() -> ConditionEvaluationResult.enabled("nothing is missing"));
  }

  private static Optional<String> missing(RequiresImages required) {
    Optional<String> images = missing(required.value());
    return images.isPresent() || !required.compose() ? images : ComposeProject.missing();
  }

  private static Optional<String> missing(String... images) {
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      return Optional.of("no Docker engine answers at DOCKER_HOST or /var/run/docker.sock");
    }
    DockerClient docker = DockerClientFactory.lazyClient();
    return Stream.of(images).flatMap(image -> missing(docker, image).stream()).findFirst();
  }

  private static Optional<String> missing(DockerClient docker, String image) {
    try {
      docker.inspectImageCmd(image).exec();
      return Optional.empty();
    } catch (NotFoundException notHere) {
      return pull(docker, image);
    }
  }

  private static Optional<String> pull(DockerClient docker, String image) {
    try {
      docker.pullImageCmd(image).start().awaitCompletion();
      return Optional.empty();
    } catch (RuntimeException e) {
      return Optional.of("Docker cannot pull " + image + ": " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("interrupted while Docker pulled " + image);
    }
  }
}
