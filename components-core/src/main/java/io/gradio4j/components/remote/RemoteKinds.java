package io.gradio4j.components.remote;

import io.gradio4j.spi.ComponentProvider;
import io.gradio4j.spi.ComponentType;
import java.lang.System.Logger;
import java.util.HashSet;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;

/** Which blocks of another app are shown here: Gradio's own, as far as they are installed. What a third party's does with its properties nobody knows. */
final class RemoteKinds {

    private static final Logger LOG = System.getLogger(RemoteKinds.class.getName());

    private static final Set<String> LAYOUTS = Set.of("row", "column", "group", "form", "tabs", "tabitem", "accordion", "sidebar", "walkthrough",
            "walkthroughstep", "draggable");
    private static final Set<String> COMPONENTS = Set.of("textbox", "number", "slider", "checkbox", "checkboxgroup", "radio", "dropdown", "button",
            "uploadbutton", "downloadbutton", "file", "markdown", "html", "label", "json", "code", "colorpicker", "datetime", "highlightedtext", "dialogue",
            "paramviewer", "dataframe", "dataset", "multimodaltextbox", "chatbot", "nativeplot", "plot", "timer", "image", "simpleimage", "audio", "video",
            "gallery", "annotatedimage", "imageeditor", "imageslider", "model3d");

    private static final class Installed {
        static final Set<String> TYPES = types();

        private static Set<String> types() {
            var types = new HashSet<String>();
            var providers = ServiceLoader.load(ComponentProvider.class, RemoteKinds.class.getClassLoader()).iterator();
            while (true) {
                try {
                    if (!providers.hasNext()) {
                        break;
                    }
                    providers.next().components().stream().map(ComponentType::type).forEach(types::add);
                } catch (ServiceConfigurationError | RuntimeException | LinkageError e) {
                    LOG.log(Logger.Level.DEBUG, "A broken provider, which is reported when the app starts", e);
                }
            }
            return types;
        }
    }

    private RemoteKinds() {
    }

    static boolean isLayout(String type) {
        return LAYOUTS.contains(type);
    }

    static boolean isShown(String type) {
        return COMPONENTS.contains(type) && Installed.TYPES.contains(type);
    }
}
