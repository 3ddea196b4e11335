package io.gradio4j.launcher;

import io.gradio4j.LaunchOptions;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;

/** Where to listen: a host, and one port or a range in which the first free one is taken. */
record Address(String host, int firstPort, int lastPort) {

    private static final int USUAL_PORT = 7860;
    private static final int USUAL_NUMBER_OF_PORTS = 100;

    static Address of(LaunchOptions options) {
        var host = options.get("server_name", String.class).or(() -> setting("GRADIO_SERVER_NAME")).orElse("127.0.0.1");
        var chosen = options.get("server_port", Integer.class).or(() -> number("GRADIO_SERVER_PORT", 0, 65535));
        if (chosen.isPresent()) {
            return new Address(host, chosen.get(), chosen.get());
        }
        int ports = number("GRADIO_NUM_PORTS", 1, 65536 - USUAL_PORT).orElse(USUAL_NUMBER_OF_PORTS);
        return new Address(host, USUAL_PORT, USUAL_PORT + ports - 1);
    }

    /** Where a browser on this machine finds a server that listens here on a port. */
    URI url(String scheme, int port) {
        var name = anyLocal() ? "127.0.0.1" : host;
        return URI.create(scheme + "://" + (name.contains(":") ? "[" + name + "]" : name) + ":" + port + "/");
    }

    private boolean anyLocal() {
        try {
            return InetAddress.getByName(host).isAnyLocalAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("the server's name \"" + host + "\" is no address of this machine", e);
        }
    }

    private static Optional<Integer> number(String name, int least, int most) {
        return setting(name).map(text -> {
            try {
                int number = Integer.parseInt(text.strip());
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // Said below, together with a number that is out of range.
            }
            throw new IllegalArgumentException(name + " must be a number within " + least + " and " + most + ", not \"" + text + "\"");
        });
    }

    /** What a system property or an environment variable says. */
    static Optional<String> setting(String name) {
        return Optional.ofNullable(System.getProperty(name, System.getenv(name))).filter(text -> !text.isBlank());
    }
}
