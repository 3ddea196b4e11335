package io.gradio4j.impl.file;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/** Which addresses are of the public Internet: everything that is private, local, reserved or may hide such an address is not. */
final class PublicAddresses {

    private static final List<Block> NOT_PUBLIC_4 = Block.list("0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 "
            + "192.0.0.0/24 192.0.2.0/24 192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.168.0.0/16 192.175.48.0/24 198.18.0.0/15 "
            + "198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4");

    private PublicAddresses() {
    }

    private record Block(int network, int mask) {

        static List<Block> list(String text) {
            return List.of(text.split(" ")).stream().map(Block::parse).toList();
        }

        private static Block parse(String text) {
            var parts = text.split("[./]");
            var network = 0;
            for (var i = 0; i < 4; i++) {
                network = network << 8 | Integer.parseInt(parts[i]);
            }
            return new Block(network, -1 << 32 - Integer.parseInt(parts[4]));
        }

        boolean has(int address) {
            return (address & mask) == network;
        }
    }

    static boolean contain(InetAddress address) {
        var bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes);
    }

    private static boolean isPublic4(byte[] b) {
        var address = word(b, 0) << 16 | word(b, 2);
        return NOT_PUBLIC_4.stream().noneMatch(block -> block.has(address));
    }

    /**
     * Of IPv6, only 2000::/3 is given out to the public: that leaves out loopback, local, multicast, IPv4 in IPv6 (::ffff:0:0/96) and
     * NAT64 (64:ff9b::/96). Of it, not the special block 2001::/23 with Teredo, documentation, and 6to4, which all carry other addresses.
     */
    private static boolean isPublic6(byte[] b) {
        var first = word(b, 0);
        var second = word(b, 2);
        return (first & 0xe000) == 0x2000 && !(first == 0x2001 && (second < 0x200 || second == 0xdb8)) && first != 0x2002
                && !(first == 0x3fff && second < 0x1000) && !(first == 0x2620 && second == 0x4f && word(b, 4) == 0x8000);
    }

    private static int word(byte[] b, int at) {
        return (b[at] & 0xff) << 8 | b[at + 1] & 0xff;
    }
}
