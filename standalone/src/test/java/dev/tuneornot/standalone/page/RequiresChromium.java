package dev.tuneornot.standalone.page;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** Skips a test class where no Chromium is installed; gives the others a {@link Readers}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({ChromiumCondition.class, ReadersExtension.class})
@interface RequiresChromium {}
