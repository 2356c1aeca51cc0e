/**
 * The database: connections, schema, and what differs between SQLite and PostgreSQL.
 *
 * <p>May import {@code config}, JDBC, HikariCP and Flyway. Nothing here knows topics or HTTP.
 * Non-null by default.
 */
@NullMarked
package dev.tuneornot.dashboard.sql;

import org.jspecify.annotations.NullMarked;
