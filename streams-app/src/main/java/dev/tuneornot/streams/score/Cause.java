package dev.tuneornot.streams.score;

import dev.tuneornot.model.Trigger;

/**
 * What caused an evaluation.
 *
 * @param key the proposalId, modelId, policy key or rules version
 */
record Cause(Trigger trigger, String key) {}
