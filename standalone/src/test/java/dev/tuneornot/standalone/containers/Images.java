package dev.tuneornot.standalone.containers;

/** The images that docker-compose.yml and deploy/Dockerfile name. */
public final class Images {
  public static final String KAFKA = "apache/kafka:4.4.0";
  public static final String REGISTRY = "quay.io/apicurio/apicurio-registry:3.3.3";
  public static final String POSTGRES = "postgres:17";

  /** What our own are made from. */
  public static final String JAVA = "eclipse-temurin:17-jre";

  private Images() {}
}
