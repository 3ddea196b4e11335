package io.gradio4j.war.browser;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test a {@link Window} of its own into one server and one browser that all classes share; both end with the last test.
 * Whatever a test is about: when it is over, nothing may have been wrong in the page's console or network that the test did not announce.
 */
final class Browsing implements ParameterResolver, AfterEachCallback {

    private static final Namespace OURS = Namespace.create(Browsing.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Window.class || parameter.getParameter().getType() == Machinery.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var machinery = context.getRoot().getStore(OURS).getOrComputeIfAbsent(Machinery.class, k -> Machinery.start(), Machinery.class);
        return parameter.getParameter().getType() == Machinery.class ? machinery
                : context.getStore(OURS).getOrComputeIfAbsent(Window.class, k -> new Window(machinery.browser(), machinery.url()), Window.class);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        var window = context.getStore(OURS).remove(Window.class, Window.class);
        if (window != null) {
            window.close(context.getExecutionException().isPresent());
        }
    }
}
