package dev.tuneornot.standalone.faults;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Takes minutes: runs in the Maven profile {@code faults} only, and is reported as skipped else.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfSystemProperty(
    named = "faults.full",
    matches = "true",
    disabledReason = "takes minutes; mvn -Pfaults runs it")
@interface OnlyAtFullSize {}
