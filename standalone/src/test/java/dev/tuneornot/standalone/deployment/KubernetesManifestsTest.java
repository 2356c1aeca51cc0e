package dev.tuneornot.standalone.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The manifests are what Kubernetes knows, field by field, and fit together. */
class KubernetesManifestsTest {
  private static final Path MANIFEST = Path.of("..", "deploy", "kubernetes", "streams-app.yaml");
  private static final Map<String, Class<? extends HasMetadata>> KINDS =
      Map.of(
          "ConfigMap", ConfigMap.class,
          "Service", Service.class,
          "PodDisruptionBudget", PodDisruptionBudget.class,
          "StatefulSet", StatefulSet.class);

  /** Refuses fields that the API does not have; the model would keep them aside. */
  private static final ObjectMapper STRICT =
      new ObjectMapper()
          .setAnnotationIntrospector(
              new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1;

                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                  return false;
                }
              })
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private final List<JsonNode> documents = new ArrayList<>();

  @BeforeEach
  void read() throws IOException {
    ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
    try (MappingIterator<JsonNode> read =
        yaml.readerFor(JsonNode.class).readValues(Files.readString(MANIFEST))) {
      read.forEachRemaining(documents::add);
    }
  }

  @Test
  void shouldConsistOfWhatKubernetesKnows() throws IOException {
    assertThat(documents).hasSize(4);
    for (JsonNode document : documents) {
      HasMetadata resource = parse(document);
      assertThat(document.get("apiVersion").asText()).isEqualTo(resource.getApiVersion());
    }
  }

  @Test
  void shouldNoticeAFieldThatKubernetesDoesNotKnow() {
    ObjectNode wrong = only("StatefulSet").deepCopy();
    ((ObjectNode) wrong.at("/spec/template/spec/containers/0")).put("readynessProbe", "x");

    assertThatThrownBy(() -> parse(wrong)).isInstanceOf(UnrecognizedPropertyException.class);
  }

  @Test
  void shouldMountAndSelectWhatThereIs() throws IOException {
    StatefulSet app = (StatefulSet) parse(only("StatefulSet"));
    Service service = (Service) parse(only("Service"));
    PodDisruptionBudget budget = (PodDisruptionBudget) parse(only("PodDisruptionBudget"));
    Container container = app.getSpec().getTemplate().getSpec().getContainers().get(0);

    Set<String> volumes = new HashSet<>();
    app.getSpec().getVolumeClaimTemplates().forEach(c -> volumes.add(c.getMetadata().getName()));
    app.getSpec().getTemplate().getSpec().getVolumes().stream()
        .map(Volume::getName)
        .forEach(volumes::add);
    assertThat(
            container.getVolumeMounts().stream()
                .map(VolumeMount::getName)
                .collect(Collectors.toSet()))
        .isEqualTo(volumes);
    Map<String, String> labels = app.getSpec().getTemplate().getMetadata().getLabels();
    assertThat(labels)
        .containsAllEntriesOf(app.getSpec().getSelector().getMatchLabels())
        .containsAllEntriesOf(service.getSpec().getSelector())
        .containsAllEntriesOf(budget.getSpec().getSelector().getMatchLabels());
    assertThat(app.getSpec().getServiceName()).isEqualTo(service.getMetadata().getName());
    assertThat(List.of(container.getLivenessProbe(), container.getStartupProbe()))
        .allSatisfy(probe -> assertThat(probe.getHttpGet().getPath()).isEqualTo("/health/live"));
    assertThat(container.getReadinessProbe().getHttpGet().getPath()).isEqualTo("/health/ready");
  }

  @Test
  void shouldConfigureWithWhatIsMountedAndWithoutSecrets() throws IOException {
    ConfigMap config = (ConfigMap) parse(only("ConfigMap"));
    Properties settings = new Properties();
    settings.load(new StringReader(config.getData().get("streams-app.properties")));

    assertThat(settings.getProperty("sasl.jaas.config")).startsWith("${dir:/etc/tune-or-not/");
    assertThat(settings.getProperty("basic.auth.user.info")).startsWith("${dir:/etc/tune-or-not/");
    StatefulSet app = (StatefulSet) parse(only("StatefulSet"));
    List<VolumeMount> mounts =
        app.getSpec().getTemplate().getSpec().getContainers().get(0).getVolumeMounts();
    assertThat(mounts)
        .anySatisfy(
            mount ->
                assertThat(settings.getProperty("state.dir")).startsWith(mount.getMountPath()));
  }

  private JsonNode only(String kind) {
    return documents.stream()
        .filter(document -> document.get("kind").asText().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  private static HasMetadata parse(JsonNode document) throws IOException {
    return STRICT.treeToValue(document, KINDS.get(document.get("kind").asText()));
  }
}
