package io.gradio4j.components.apps;

import java.util.Locale;
import java.util.Optional;

/** What the environment says of examples' results, for those of whom their author says nothing. */
final class CacheSettings {

    private static final String CACHE = "GRADIO_CACHE_EXAMPLES";

    private CacheSettings() {
    }

    /** Whether results are kept. */
    static boolean isOn() {
        return setting(CACHE).filter(s -> s.equals("true") || s.equals("lazy")).isPresent();
    }

    /** When they are computed. */
    static CacheMode mode() {
        return setting("GRADIO_CACHE_MODE").or(() -> setting(CACHE)).filter("lazy"::equals).map(s -> CacheMode.LAZY).orElse(CacheMode.EAGER);
    }

    private static Optional<String> setting(String name) {
        return Optional.ofNullable(System.getProperty(name)).or(() -> Optional.ofNullable(System.getenv(name))).map(s -> s.toLowerCase(Locale.ROOT));
    }
}
