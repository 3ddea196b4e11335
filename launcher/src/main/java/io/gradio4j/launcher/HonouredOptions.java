package io.gradio4j.launcher;

import io.gradio4j.LaunchOptions;
import java.util.Set;

/** The options of {@code launch} that this launcher and the runtime act on. Any other one is refused: a login that is not asked for must not seem to be. */
final class HonouredOptions {

    private static final Set<String> NAMES = Set.of("server_name", "server_port", "root_path", "show_error", "auth", "auth_message", "roles",
            "allowed_paths", "blocked_paths", "max_file_size", "cors_origins", "enable_monitoring", "favicon_path", "pwa", "ssl_certfile", "ssl_keyfile", "ssl_keyfile_password",
            "inbrowser", "quiet", "state_session_capacity");

    private HonouredOptions() {
    }

    /** @throws IllegalStateException if another option was set; the message names it */
    static void check(LaunchOptions options) {
        options.all().keySet().stream().filter(name -> !NAMES.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalStateException("launch() does not honour the option " + name + "; remove it");
        });
    }
}
