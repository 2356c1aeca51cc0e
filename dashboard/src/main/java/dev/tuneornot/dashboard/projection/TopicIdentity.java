package dev.tuneornot.dashboard.projection;

/**
 * Which topic it is, whatever its name: a topic that was deleted and created again is another.
 *
 * @param partitions how many there are
 */
record TopicIdentity(String topicId, String clusterId, int partitions) {

  boolean isSameTopic(String otherTopicId, String otherClusterId) {
    return topicId.equals(otherTopicId) && clusterId.equals(otherClusterId);
  }
}
