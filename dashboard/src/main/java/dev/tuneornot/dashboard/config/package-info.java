/**
 * The settings of the dashboard. May import Kafka's configuration classes and nothing of ours.
 * Non-null by default.
 */
@NullMarked
package dev.tuneornot.dashboard.config;

import org.jspecify.annotations.NullMarked;
