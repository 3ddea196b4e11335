package io.gradio4j.impl.auth;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Where a browser may be sent after signing in or out: pages of the app itself, nowhere else. */
public final class Targets {

    private static final int LONGEST = 2_000;
    private static final Set<String> NO_PAGES = Set.of("login", "logout", "gradio_api");

    private Targets() {
    }

    /**
     * A path within the app.
     *
     * @param wanted what a request asks for, such as {@code /page?x=1}
     * @return the same, or {@code /} when it could lead anywhere else
     */
    public static String checked(String wanted) {
        return isPage(wanted) ? wanted : "/";
    }

    private static boolean isPage(String wanted) {
        if (!wanted.startsWith("/") || wanted.startsWith("//") || wanted.length() > LONGEST
                || wanted.chars().anyMatch(c -> c <= ' ' || c == '\\' || c >= 127)) {
            return false;
        }
        try {
            var uri = new URI(wanted);
            var path = uri.getRawPath().toLowerCase(Locale.ROOT);
            return !uri.isAbsolute() && uri.getRawAuthority() == null && !path.contains("//") && !path.contains("%2f") && !path.contains("%5c")
                    && !path.contains("%2e") && !path.contains("%25") && !hasDots(path) && !NO_PAGES.contains(path.substring(1).split("/", 2)[0]);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean hasDots(String path) {
        return Arrays.stream(path.split("/")).anyMatch(part -> part.equals(".") || part.equals(".."));
    }
}
