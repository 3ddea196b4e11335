package io.gradio4j.impl.boot;

import io.gradio4j.GradioApp;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Optional;
import java.util.Set;

/**
 * An app that was found.
 *
 * @param app the app
 * @param roles the roles of which a user needs one to come in; empty when nobody needs any
 */
record FoundApp(GradioApp app, Set<String> roles) {

    private static final String ROLES_ALLOWED = "jakarta.annotation.security.RolesAllowed";

    /**
     * An app with the roles that stand at the first of some places.
     *
     * @param places classes or methods that may carry Jakarta's {@code @RolesAllowed}
     */
    static FoundApp of(GradioApp app, AnnotatedElement... places) {
        for (var place : places) {
            var roles = roles(place);
            if (roles.isPresent()) {
                return new FoundApp(app, roles.get());
            }
        }
        return new FoundApp(app, Set.of());
    }

    /** By name, because a program without a container may lack the annotation's class. */
    private static Optional<Set<String>> roles(AnnotatedElement place) {
        for (Annotation annotation : place.getAnnotations()) {
            if (annotation.annotationType().getName().equals(ROLES_ALLOWED)) {
                try {
                    var roles = Set.of((String[]) annotation.annotationType().getMethod("value").invoke(annotation));
                    if (roles.isEmpty()) {
                        throw new IllegalStateException("@RolesAllowed on " + place + " names no role");
                    }
                    return Optional.of(roles);
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException("@RolesAllowed on " + place + " cannot be read", e);
                }
            }
        }
        return Optional.empty();
    }
}
