package io.gradio4j.impl.event;

import io.gradio4j.impl.app.Dependency;
import io.gradio4j.impl.session.Session;

/** Who and what is let in, before an event exists. */
final class Admission {

    private final Arguments arguments;

    Admission(Arguments arguments) {
        this.arguments = arguments;
    }

    /**
     * Whether somebody may call a listener's function at all.
     *
     * @throws RefusedException if there is none, or the caller has no role that is allowed
     */
    void requireCall(Dependency dependency, Input input) {
        var allowed = dependency.definition().rolesAllowed();
        if (!input.caller().hasOneOf(allowed)) {
            throw new RefusedException(403, "The endpoint '" + dependency.apiName() + "' is only for users with the role "
                    + String.join(" or ", allowed.stream().sorted().map(role -> "'" + role + "'").toList()) + ".");
        }
        if (dependency.handler().isEmpty()) {
            throw new RefusedException(400, "The event '" + dependency.apiName() + "' has no function on the server.");
        }
    }

    /**
     * Likewise, and whether the values keep the listener's rules.
     *
     * @throws RefusedException if they do not
     */
    void requireEvent(Session session, Dependency dependency, Input input) {
        requireCall(dependency, input);
        try {
            arguments.check(session, dependency, input);
        } catch (RefusedException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new RefusedException(400, String.valueOf(e.getMessage()));
        }
    }
}
