package io.gradio4j.components.apps;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.Optional;

/** What the environment says of examples' results, for those of whom their author says nothing. */
final class CacheSettings {

    private static final Logger LOG = System.getLogger(CacheSettings.class.getName());
    private static final String MODE = "GRADIO_CACHE_MODE";
    private static final String CACHE = "GRADIO_CACHE_EXAMPLES";

    private CacheSettings() {
    }

    /** Whether results are kept. */
    static boolean isOn() {
        return setting(CACHE).filter(s -> s.equals("true") || s.equals("lazy")).isPresent();
    }

    /** When they are computed. */
    static CacheMode mode() {
        setting(MODE).filter(name -> !name.equals("lazy") && !name.equals("eager")).ifPresent(name -> LOG.log(Level.WARNING,
                MODE + " is {0}, which is neither eager nor lazy: results of examples are computed when the app starts", name));
        return setting(MODE).or(() -> setting(CACHE)).filter("lazy"::equals).map(s -> CacheMode.LAZY).orElse(CacheMode.EAGER);
    }

    private static Optional<String> setting(String name) {
        return Optional.ofNullable(System.getProperty(name)).or(() -> Optional.ofNullable(System.getenv(name))).map(s -> s.toLowerCase(Locale.ROOT));
    }
}
