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
import dev.tuneornot.dashboard.config.DashboardConfig;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
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
  private static final Path MANIFESTS = Path.of("..", "deploy", "kubernetes");
  private static final Map<String, Class<? extends HasMetadata>> KINDS =
      Map.of(
          "ConfigMap", ConfigMap.class,
          "Service", Service.class,
          "PodDisruptionBudget", PodDisruptionBudget.class,
          "StatefulSet", StatefulSet.class,
          "Deployment", Deployment.class);

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
  private final List<JsonNode> dashboard = new ArrayList<>();

  @BeforeEach
  void read() throws IOException {
    read("streams-app.yaml", documents);
    read("dashboard.yaml", dashboard);
  }

  private static void read(String file, List<JsonNode> documents) throws IOException {
    ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
    try (MappingIterator<JsonNode> read =
        yaml.readerFor(JsonNode.class).readValues(Files.readString(MANIFESTS.resolve(file)))) {
      read.forEachRemaining(documents::add);
    }
  }

  @Test
  void shouldConsistOfWhatKubernetesKnows() throws IOException {
    assertThat(documents).hasSize(4);
    assertThat(dashboard).hasSize(3);
    List<JsonNode> all = new ArrayList<>(documents);
    all.addAll(dashboard);
    for (JsonNode document : all) {
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

  @Test
  void shouldConfigureTheDashboardAsItTakesIt() throws IOException {
    ConfigMap config = (ConfigMap) parse(only(dashboard, "ConfigMap"));
    Deployment deployment = (Deployment) parse(only(dashboard, "Deployment"));
    Service service = (Service) parse(only(dashboard, "Service"));
    PodTemplateSpec pod = deployment.getSpec().getTemplate();
    Container container = pod.getSpec().getContainers().get(0);
    Map<String, String> settings = new HashMap<>();
    Properties properties = new Properties();
    properties.load(new StringReader(config.getData().get("dashboard.properties")));
    properties.forEach((name, value) -> settings.put((String) name, (String) value));

    assertThat(settings.values().stream().filter(value -> value.startsWith("${dir:")))
        .hasSize(4)
        .allSatisfy(
            secret ->
                assertThat(container.getVolumeMounts())
                    .anySatisfy(
                        mount ->
                            assertThat(secret).startsWith("${dir:" + mount.getMountPath() + ":")));
    assertThat(container.getVolumeMounts())
        .extracting(VolumeMount::getName)
        .containsExactlyInAnyOrderElementsOf(
            pod.getSpec().getVolumes().stream().map(Volume::getName).toList());
    assertThat(pod.getMetadata().getLabels())
        .containsAllEntriesOf(deployment.getSpec().getSelector().getMatchLabels())
        .containsAllEntriesOf(service.getSpec().getSelector())
        .containsEntry("app.kubernetes.io/component", "dashboard");
    // What it would refuse at the start: unknown settings, or an address without a password.
    settings.keySet().removeIf(name -> name.startsWith("config.providers"));
    settings.replaceAll((name, value) -> value.startsWith("${dir:") ? "secret" : value);
    DashboardConfig read = new DashboardConfig(settings);
    assertThat(read.http().host()).isEqualTo("0.0.0.0");
    assertThat(read.http().credentials()).isNotNull();
  }

  private JsonNode only(String kind) {
    return only(documents, kind);
  }

  private static JsonNode only(List<JsonNode> documents, String kind) {
    return documents.stream()
        .filter(document -> document.get("kind").asText().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  private static HasMetadata parse(JsonNode document) throws IOException {
    return STRICT.treeToValue(document, KINDS.get(document.get("kind").asText()));
  }
}
