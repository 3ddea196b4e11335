package io.gradio4j.impl.boot;

import io.gradio4j.AppPath;
import io.gradio4j.Blocks;
import io.gradio4j.GradioApp;
import io.gradio4j.GradioInterface;
import io.gradio4j.impl.app.Plugins;
import io.gradio4j.spi.ComponentType;
import io.gradio4j.spi.MethodApps;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The apps among the beans of a CDI container. This class is loaded only where there is CDI. */
final class CdiApps {

    private CdiApps() {
    }

    /**
     * Finds all apps.
     *
     * @param plugins has what makes apps of methods, if a jar can, and the components to make them of
     * @param wanted whether an app of a class is to be found; of others, no beans are made
     * @param found gets each path and app
     */
    static void find(Plugins plugins, Predicate<Class<?>> wanted, BiConsumer<String, FoundApp> found) {
        var manager = CDI.current().getBeanManager();
        var types = plugins.types().values();
        for (var bean : beans(manager, GradioApp.class, wanted)) {
            var path = bean.getBeanClass().getAnnotation(AppPath.class);
            found.accept(path == null ? "/" : path.value(), FoundApp.of(reference(manager, bean, GradioApp.class), bean.getBeanClass()));
        }
        for (var bean : beans(manager, Object.class, wanted)) {
            for (var method : bean.getBeanClass().getMethods()) {
                var settings = method.getAnnotation(GradioInterface.class);
                if (settings != null && method.getDeclaringClass() == bean.getBeanClass()) {
                    var apps = plugins.methodApps().orElseThrow(() -> new IllegalStateException("@GradioInterface on " + method
                            + " needs the artifact io.gradio4j:gradio4j-components-core"));
                    found.accept(settings.path(), FoundApp.of(() -> app(apps, types, manager, bean, method, settings), method, bean.getBeanClass()));
                }
            }
        }
    }

    /** The classes of all beans that are apps or have methods that are. */
    static Stream<Class<?>> types() {
        var manager = CDI.current().getBeanManager();
        return beans(manager, Object.class, type -> GradioApp.class.isAssignableFrom(type)
                || Stream.of(type.getMethods()).anyMatch(method -> method.isAnnotationPresent(GradioInterface.class))).stream().map(Bean::getBeanClass);
    }

    private static List<Bean<?>> beans(BeanManager manager, Class<?> type, Predicate<Class<?>> wanted) {
        return manager.getBeans(type, Any.Literal.INSTANCE).stream().filter(bean -> wanted.test(bean.getBeanClass())).toList();
    }

    private static Blocks app(MethodApps apps, Collection<ComponentType> types, BeanManager manager, Bean<?> bean, Method method,
            GradioInterface settings) {
        return apps.build(method, settings, types, arguments -> {
            try {
                return method.invoke(reference(manager, bean, bean.getBeanClass()), arguments);
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof Exception cause) {
                    throw cause;
                }
                throw e;
            }
        });
    }

    private static <T> T reference(BeanManager manager, Bean<?> bean, Class<T> type) {
        CreationalContext<?> context = manager.createCreationalContext(bean);
        return type.cast(manager.getReference(bean, type, context));
    }
}
