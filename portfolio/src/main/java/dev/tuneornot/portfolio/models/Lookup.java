package dev.tuneornot.portfolio.models;

import java.util.List;

/** What a price book knows of a model as it was written. */
public sealed interface Lookup {

  /** It was written as the book has it. */
  record Exact(String modelId) implements Lookup {}

  /** It was written in another way, and one model can be meant. */
  record One(String modelId) implements Lookup {}

  /**
   * Several can be meant.
   *
   * @param modelIds in their order, at least two
   */
  record Several(List<String> modelIds) implements Lookup {}

  /**
   * There is none.
   *
   * @param similar those with a name like it, the most similar first; may be empty
   */
  record None(List<String> similar) implements Lookup {}
}
