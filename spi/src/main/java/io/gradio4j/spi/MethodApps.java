package io.gradio4j.spi;

import io.gradio4j.Blocks;
import io.gradio4j.GradioInterface;
import java.lang.reflect.Method;
import java.util.Collection;

/** Makes apps of methods with {@link GradioInterface}; the component jar that has the layout for it provides one. */
public interface MethodApps {

    /**
     * Makes the app of a method.
     *
     * @param method the annotated method
     * @param settings its annotation
     * @param types the components there are; of those that fit, the first one is taken
     * @param target calls the method
     * @return the app's page
     * @throws IllegalArgumentException if a parameter or the result has a type that no component shows; the message names it
     */
    Blocks build(Method method, GradioInterface settings, Collection<ComponentType> types, Target target);

    /** Calls a method of a bean. */
    @FunctionalInterface
    interface Target {

        /**
         * Calls the method.
         *
         * @param arguments one for each parameter, of its type
         * @return its result
         * @throws Exception what the method throws
         */
        Object call(Object[] arguments) throws Exception;
    }
}
