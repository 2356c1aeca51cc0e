/**
 * OAuth for the registry: the credential sources {@code OAUTHBEARER} and {@code
 * SASL_OAUTHBEARER_INHERIT} with Confluent's settings, on Kafka's public token retriever. Confluent
 * 7.7's own providers of these names link against classes that Kafka 4.1 removed (KIP-1139).
 *
 * <p>Found by name through {@code META-INF/services}. May import: Confluent, Kafka clients.
 */
@NullMarked
package dev.tuneornot.confluent.oauth;

import org.jspecify.annotations.NullMarked;
