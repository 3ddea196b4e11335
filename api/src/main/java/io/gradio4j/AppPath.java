package io.gradio4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Where a {@link GradioApp} bean is served, within the WAR's context. Without it: at {@code /}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface AppPath {

    /** The path, such as {@code /greet}. */
    String value();
}
