package dev.tuneornot.dashboard.projection;

/** Is told of each batch once its rows can be read; by the writing thread, so it must be quick. */
@FunctionalInterface
public interface ProjectionListener {
  void applied(Batch batch);
}
