package io.gradio4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes an app of a CDI bean's method: its parameters become inputs, its result the output. The classes must be compiled with
 * {@code -parameters}, so that inputs get the parameters' names.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface GradioInterface {

    /** Where the app is served, such as {@code /count}. */
    String path();

    /** The heading. Default: the method's name in words. */
    String title() default "";

    /** What the page and the API documentation say below the heading. Default: nothing. */
    String description() default "";
}
