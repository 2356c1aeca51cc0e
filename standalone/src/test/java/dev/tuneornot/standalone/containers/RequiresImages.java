package dev.tuneornot.standalone.containers;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Skips a test class where there is no Docker engine, where that cannot get the images, or where
 * there is no {@code docker compose} for a test that needs it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ImagesCondition.class)
public @interface RequiresImages {
  String[] value();

  boolean compose() default false;
}
