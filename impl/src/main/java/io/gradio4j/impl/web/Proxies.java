package io.gradio4j.impl.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The proxies whose word is taken for where a request came from: by address, or by network such as {@code 10.0.0.0/8}. Immutable. */
final class Proxies {

    private static final Pattern V4 = Pattern.compile("(?:[0-9]{1,3}\\.){3}[0-9]{1,3}");
    private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

    private final List<Network> networks;

    private record Network(byte[] address, int bits) {

        boolean contains(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            for (var bit = 0; bit < bits; bit += Byte.SIZE) {
                var mask = bits - bit >= Byte.SIZE ? 0xff : 0xff << Byte.SIZE - (bits - bit);
                if (((address[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * The proxies of a setting.
     *
     * @param entries addresses and networks; names are not looked up
     * @throws IllegalArgumentException if one is neither
     */
    Proxies(List<String> entries) {
        networks = entries.stream().map(Proxies::network).toList();
    }

    private static Network network(String entry) {
        var slash = entry.indexOf('/');
        var address = address(slash < 0 ? entry : entry.substring(0, slash))
                .orElseThrow(() -> unusable(entry));
        var most = address.length * Byte.SIZE;
        if (slash < 0) {
            return new Network(address, most);
        }
        try {
            var bits = Integer.parseInt(entry.substring(slash + 1));
            if (bits >= 0 && bits <= most) {
                return new Network(address, bits);
            }
        } catch (NumberFormatException e) {
            throw unusable(entry);
        }
        throw unusable(entry);
    }

    private static IllegalArgumentException unusable(String entry) {
        return new IllegalArgumentException("GRADIO_TRUSTED_PROXIES: \"" + entry + "\" is neither an address nor a network such as 10.0.0.0/8");
    }

    /** Whether an address is a trusted proxy's. */
    boolean trust(String address) {
        return !networks.isEmpty() && address(address).filter(bytes -> networks.stream().anyMatch(n -> n.contains(bytes))).isPresent();
    }

    /** Whether a text is an address. */
    static boolean isAddress(String text) {
        return address(text).isPresent();
    }

    /** The bytes of a written address: an IPv4 address within IPv6 is the IPv4 address. A name is none, and nobody is asked for it. */
    private static Optional<byte[]> address(String text) {
        var zone = text.indexOf('%');
        var plain = zone < 0 ? text : text.substring(0, zone);
        if (!V4.matcher(plain).matches() && (plain.indexOf(':') < 0 || !V6.matcher(plain).matches())) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(plain).getAddress());
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
