package io.gradio4j.war.security;

import static io.gradio4j.war.Caller.API;
import static io.gradio4j.war.Caller.newSession;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule 6: there is a cap on everything, and beyond it a clear refusal, early. The server goes on afterwards. */
@Timeout(60)
public interface Rule06Limits extends Fortress {

    int MEGABYTE = 1 << 20;

    /** Whatever was sent, others are served at once. */
    @AfterEach
    default void othersAreServed() throws Exception {
        assertThat(RawHttp.post(app(), API + "run/echo_direct", "{\"data\":[\"well\"]}").text()).contains("\"data\":[\"well\"]");
    }

    private RawHttp.Answer run(String body) throws IOException {
        return RawHttp.post(app(), API + "run/echo_direct", body);
    }

    @Test
    default void bodyBeyondTheLimitIsRefusedUnread() throws Exception {
        var head = "POST " + app().base().getPath() + API + "run/echo HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Length: ";
        for (var length : List.of("16777217", "4294967297", "9223372036854775807")) {
            var answer = RawHttp.send(app(), head + length + "\r\n\r\n");
            assertThat(answer.status()).as(answer.text()).isIn(413, 400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "x", "1e3", "0x10", "99999999999999999999", "1, 2", "+5"})
    default void lengthThatIsNoneIsRefused(String length) throws Exception {
        var answer = RawHttp.send(app(), "POST " + app().base().getPath() + API + "run/echo_direct HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Length: "
                + length + "\r\n\r\n");
        assertThat(answer.status()).as(answer.text()).satisfiesAnyOf(s -> assertThat(s).isBetween(400, 499), s -> assertThat(s).isZero(),
                s -> assertThat(s).isEqualTo(501));
    }

    /** What a proxy in front could understand in another way: two messages hidden in one. */
    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 5\r\nContent-Length: 6", "Content-Length: 5\r\nTransfer-Encoding: xchunked", "Transfer-Encoding: chunked, identity",
        "Transfer-Encoding: x"})
    default void ambiguousLengthIsRefused(String lines) throws Exception {
        var answer = RawHttp.send(app(), "POST " + app().base().getPath() + API + "run/echo_direct HTTP/1.1\r\nHost: h\r\nConnection: close\r\n" + lines
                + "\r\n\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: h\r\n\r\n");
        assertThat(answer.status()).as(answer.text()).isNotEqualTo(200);
        assertThat(answer.text().split("HTTP/1\\.1 ", -1)).as("one answer at most").hasSizeLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"201, ARRAY, 422", "100000, ARRAY, 422", "400000, ARRAY, 422", "400000, OPEN, 422", "150, ARRAY, 500", "201, OBJECT, 422", "100000, OBJECT, 422"})
    default void nestingIsLimited(int depth, String kind, int status) throws Exception {
        var nested = switch (kind) {
            case "ARRAY" -> "[".repeat(depth) + "]".repeat(depth);
            case "OPEN" -> "[".repeat(depth);
            default -> "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
        };
        assertThat(run("{\"data\":[" + nested + "]}").status()).isEqualTo(status);
    }

    /** Small on the wire, large in memory. */
    @ParameterizedTest
    @ValueSource(strings = {"1,", "[],", "{},", "\"\",", "null,", "{\"\":[]},"})
    default void numberOfValuesIsLimited(String value) throws Exception {
        var many = value.repeat(15 * MEGABYTE / value.length());
        var answer = run("{\"data\":[\"x\"," + many + "1]}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(413);
        assertThat(answer.text()).contains("1000000");
    }

    /** Numbers that take for ever when somebody writes them out. */
    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1e999999999", "1e-999999999", "1e2147483647", "1e99999999999999999999", "0e999999999", "123456789e999999"})
    @Timeout(10)
    default void extremeNumberIsHarmless(String number) throws Exception {
        for (var endpoint : List.of("level", "repeat", "add", "spell", "echo_direct")) {
            var answer = RawHttp.post(app(), API + "run/" + endpoint, "{\"data\":[" + number + "," + number + "]}");
            assertThat(answer.status()).as(answer.text()).isBetween(200, 500);
        }
        for (var field : List.of("fn_index", "trigger_id")) {
            var answer = RawHttp.post(app(), API + "queue/join", "{\"data\":[\"x\"],\"session_hash\":\"n\",\"fn_index\":0,\"" + field + "\":" + number + "}");
            assertThat(answer.status()).as(answer.text()).isIn(200, 422, 500);
        }
        try (var socket = RawSocket.open(app(), newSession()).ready()) {
            socket.send("{\"type\":\"ack\",\"seq\":" + number + "}");
            socket.send("{\"type\":\"join\",\"id\":\"a\",\"fn_index\":" + number + ",\"trigger_id\":" + number + ",\"data\":[" + number + "]}");
            socket.send("{\"type\":\"nonsense\"}");
            socket.closed();
        }
    }

    @Test
    @Timeout(10)
    default void numberWithAMillionDigitsIsHarmless() throws Exception {
        for (var endpoint : List.of("level", "repeat", "add", "echo_direct")) {
            assertThat(RawHttp.post(app(), API + "run/" + endpoint, "{\"data\":[" + "9".repeat(MEGABYTE) + ",1]}").status()).isBetween(400, 500);
        }
    }

    /** Texts whose hashes are the same make no table slow. */
    @Test
    @Timeout(10)
    default void namesThatCollideAreHarmless() throws Exception {
        var body = new StringBuilder("{\"data\":[\"x\"]");
        for (var i = 0; i < 1 << 16; i++) {
            body.append(",\"");
            for (var bit = 0; bit < 16; bit++) {
                body.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            body.append("\":1");
        }
        assertThat(run(body.append('}').toString()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"X-Long, 200000", "Cookie, 200000", "Origin, 200000", "Range, 200000", "If-None-Match, 200000", "Content-Type, 200000"})
    default void largeHeaderIsRefusedOrHarmless(String name, int size) throws Exception {
        // WildFly takes up to a megabyte.
        var answer = RawHttp.get(app(), "config", name + ": " + "x".repeat(size));
        assertThat(answer.status()).as(answer.text()).satisfiesAnyOf(s -> assertThat(s).isBetween(400, 499), s -> assertThat(s).isIn(0, 200));
    }

    @Test
    default void manyHeadersAreRefused() throws Exception {
        var lines = Stream.iterate(0, i -> i + 1).limit(20_000).map(i -> "X-" + i + ": 1").toArray(String[]::new);
        assertThat(RawHttp.get(app(), "config", lines).status()).satisfiesAnyOf(s -> assertThat(s).isBetween(400, 499), s -> assertThat(s).isZero());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATH", API + "file=PATH", API + "heartbeat/PATH", API + "queue/data?session_hash=PATH", API + "call/echo/PATH", "?deep_link=PATH",
        "assets/PATH", "monitoring/PATH", "pwa_icon/PATH"})
    default void longAddressIsRefused(String path) throws Exception {
        for (var size : new int[] {5_000, 200_000}) {
            var status = RawHttp.get(app(), path.replace("PATH", "x".repeat(size))).status();
            assertThat(status).satisfiesAnyOf(s -> assertThat(s).isBetween(400, 499), s -> assertThat(s).isZero(), s -> assertThat(s).isEqualTo(200));
        }
    }

    /** Encodings that no server should have to make sense of. */
    @ParameterizedTest
    @ValueSource(strings = {"?session_hash=%", "?session_hash=%z", "?session_hash=%zz", "?session_hash=%c0%ae", "?session_hash=%ff%fe", "?session_hash=%00",
        "?session_hash=%ed%a0%80", "?%=1", "?session_hash", "?session_hash=", "?session_hash=a&session_hash=b", "?&&&=&==&session_hash=%u0041"})
    default void oddQueryIsAnsweredOrRefused(String query) throws Exception {
        for (var route : List.of("queue/data", "deep_link", "upload_progress")) {
            var answer = RawHttp.send(app(), "HEAD " + app().base().getPath() + API + "queue/status" + query + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
            assertThat(answer.status()).isIn(200, 400);
            if (!route.equals("queue/data")) {
                assertThat(RawHttp.get(app(), API + route + query).status()).as(route).isIn(200, 400, 404, 422);
            }
        }
        var upload = RawHttp.send(app(), "POST " + app().base().getPath() + API + "upload" + query.replace("session_hash", "upload_id")
                + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 7\r\n\r\n--x--\r\n");
        assertThat(upload.status()).as(upload.text()).isIn(200, 400);
    }

    private RawHttp.Answer upload(String type, String body) throws IOException {
        return RawHttp.send(files(), "POST " + files().base().getPath() + API + "upload HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Type: " + type
                + "\r\nContent-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body);
    }

    @Test
    default void numberOfFilesAndFieldsIsLimited() throws Exception {
        var file = "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a\"\r\n\r\n\r\n";
        assertThat(upload("multipart/form-data; boundary=x", file.repeat(1_001) + "--x--\r\n").status()).isEqualTo(400);
        var field = "--x\r\nContent-Disposition: form-data; name=\"f\"\r\n\r\n\r\n";
        assertThat(upload("multipart/form-data; boundary=x", field.repeat(1_001) + "--x--\r\n").status()).isEqualTo(400);
        assertThat(tree().cache().resolve(".parts")).isEmptyDirectory();
    }

    /** Malformed bodies: each is refused with a text, and nothing is kept. */
    @TestFactory
    default Stream<DynamicTest> malformedUploadIsRefused() {
        var part = "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a\"\r\n\r\nbody";
        return Stream.of(new String[][] {
            {"multipart/form-data", part}, {"multipart/form-data; boundary=", part}, {"multipart/form-data; boundary=\"\"", part},
            {"multipart/form-data; boundary=" + "x".repeat(300), part}, {"multipart/form-data; boundary=x", part}, {"multipart/form-data; boundary=x", ""},
            {"multipart/form-data; boundary=x", "no boundary at all"}, {"multipart/form-data; boundary=x", part + "\r\n--y--"},
            {"multipart/form-data; boundary=x", "--x\r\n\r\nno headers\r\n--x--\r\n"},
            {"multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data\r\n\r\nno name\r\n--x--\r\n"},
            {"multipart/form-data; boundary=x", "--x\r\nContent-Disposition: attachment; filename=a\r\n\r\nno form\r\n--x--\r\n"},
            {"multipart/form-data; boundary=x", "--x\r\nX: " + "y".repeat(10_000) + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a\"\r\n\r\nz\r\n--x--\r\n"},
            {"multipart/form-data; boundary=x", "--x\r\n" + "X: y\r\n".repeat(3_000) + "\r\nz\r\n--x--\r\n"},
            {"multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + "a".repeat(9_000) + "\"\r\n\r\nz\r\n--x--\r\n"},
            {"multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"files\"\r\n\r\nno file\r\n--x--\r\n"},
            {"multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"..\"\r\n\r\nz\r\n--x--\r\n"},
            {"multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\n" + "z".repeat(2 * MEGABYTE) + "\r\n--x--\r\n"},
            {"multipart/mixed; boundary=x", part + "\r\n--x--\r\n"}, {"application/octet-stream", part}, {"", part}, {"nonsense", part}})
                .map(pair -> DynamicTest.dynamicTest((pair[0] + " | " + pair[1].lines().skip(1).findFirst().orElse("")).substring(0,
                        Math.min(90, pair[0].length() + 3 + pair[1].lines().skip(1).findFirst().orElse("").length())), () -> {
                            var answer = upload(pair[0], pair[1]);
                            // A body without any boundary has no parts: that is no error, and nothing is kept.
                            assertThat(answer.status()).as(answer.text()).isIn(answer.text().endsWith("[]") ? List.of(200) : List.of(400, 413));
                            assertThat(answer.text()).doesNotContain("Exception", "\tat ");
                            assertThat(tree().cache().resolve(".parts")).isEmptyDirectory();
                        }));
    }

    @Test
    default void longNameIsShortened() throws Exception {
        for (var name : List.of("a".repeat(5_000), "a".repeat(5_000) + ".txt", "\u00e9".repeat(2_000) + ".txt", "x." + "y".repeat(5_000))) {
            var answer = upload("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + name + "\"\r\n\r\nz\r\n--x--\r\n");
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            var kept = answer.text().substring(answer.text().indexOf("[\"") + 2 + 65, answer.text().lastIndexOf("\"]"));
            assertThat(kept.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(200);
        }
    }

    /** Names that clients choose are kept for a while, so they must be short. */
    @ParameterizedTest
    @ValueSource(ints = {129, 100_000})
    default void namesThatClientsChooseAreShort(int length) throws Exception {
        var name = "n".repeat(length);
        assertThat(RawHttp.post(app(), API + "queue/join", "{\"data\":[\"x\"],\"fn_index\":0,\"session_hash\":\"" + name + "\"}").status()).isEqualTo(400);
        assertThat(RawHttp.post(app(), API + "queue/join", "{\"data\":[\"x\"],\"fn_index\":0,\"session_hash\":\"s\",\"id\":\"" + name + "\"}").status()).isEqualTo(400);
        assertThat(RawHttp.post(app(), API + "run/tally", "{\"data\":[null],\"session_hash\":\"" + name + "\"}").status()).isEqualTo(400);
        assertThat(RawHttp.post(app(), API + "call/tally", "{\"data\":[null],\"session_hash\":\"" + name + "\"}").status()).isEqualTo(400);
        try (var socket = RawSocket.open(app(), newSession()).ready()) {
            socket.send("{\"type\":\"join\",\"id\":\"" + name + "\",\"fn_index\":0,\"data\":[\"x\"]}");
            assertThat(socket.closed()).isEqualTo(1003);
        }
    }

    /** Frames that break the rules of WebSockets, or ours; each ends its own connection and no other. Some servers let the first ones pass, or wait. */
    @TestFactory
    default Stream<DynamicTest> badFrameEndsItsConnection() {
        var text = "{\"type\":\"ack\",\"seq\":0}".getBytes(StandardCharsets.UTF_8);
        var invalid = new byte[] {'"', (byte) 0xc3, (byte) 0x28, '"'};
        return Stream.of(
                frame("no UTF-8", socket -> socket.send(true, RawSocket.TEXT, true, invalid), 1007, 1003),
                frame("half a surrogate", socket -> socket.send(true, RawSocket.TEXT, true, new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80}), 1007, 1003),
                frame("overlong", socket -> socket.send(true, RawSocket.TEXT, true, new byte[] {(byte) 0xc0, (byte) 0xaf}), 1007, 1003),
                frame("not masked", socket -> socket.send(true, RawSocket.TEXT, false, text), 1002, 0, RawSocket.STILL_OPEN),
                frame("reserved bit", socket -> socket.raw(0xf1, true, text.length, text), 1002, 0),
                frame("unknown kind", socket -> socket.raw(0x83, true, text.length, text), 1002, 0),
                frame("unknown control", socket -> socket.raw(0x8b, true, 0, new byte[0]), 1002, 0),
                frame("continues nothing", socket -> socket.send(true, RawSocket.CONTINUED, true, text), 1002, 0),
                frame("begins twice", socket -> {
                    socket.send(false, RawSocket.TEXT, true, text);
                    socket.send(true, RawSocket.TEXT, true, text);
                }, 1002, 0),
                frame("long ping", socket -> socket.send(true, RawSocket.PING, true, new byte[200]), 1002, 0),
                frame("ping in pieces", socket -> socket.send(false, RawSocket.PING, true, new byte[2]), 1002, 0),
                frame("claims 8 exabytes", socket -> socket.raw(0x81, true, Long.MAX_VALUE, text), 1009, 1002, 0, RawSocket.STILL_OPEN),
                frame("claims a negative length", socket -> socket.raw(0x81, true, Long.MIN_VALUE, text), 1009, 1002, 0),
                frame("17 MiB at once", socket -> socket.send(true, RawSocket.TEXT, true, new byte[17 * MEGABYTE]), 1009, 1007, 1003, 1011, 0),
                frame("17 MiB in pieces", socket -> {
                    socket.send(false, RawSocket.TEXT, true, " ".repeat(MEGABYTE).getBytes(StandardCharsets.UTF_8));
                    for (var i = 0; i < 16; i++) {
                        socket.send(false, RawSocket.CONTINUED, true, " ".repeat(MEGABYTE).getBytes(StandardCharsets.UTF_8));
                    }
                    socket.send(true, RawSocket.CONTINUED, true, text);
                }, 1009, 1003, 0),
                frame("no JSON", socket -> socket.send("nonsense"), 1003),
                frame("empty", socket -> socket.send(""), 1003),
                frame("a list", socket -> socket.send("[]"), 1003),
                frame("two values", socket -> socket.send("{} {}"), 1003),
                frame("nested too deep", socket -> socket.send("{\"a\":".repeat(500) + "1" + "}".repeat(500)), 1003),
                frame("many values", socket -> socket.send("{\"data\":[" + "1,".repeat(2 * MEGABYTE) + "1]}"), 1003, 1011),
                frame("empty bytes", socket -> socket.send(true, RawSocket.BINARY, true, new byte[0]), 1003),
                frame("half a length", socket -> socket.send(true, RawSocket.BINARY, true, new byte[3]), 1003),
                frame("negative length", socket -> socket.send(true, RawSocket.BINARY, true, new byte[] {-1, -1, -1, -1, '{', '}'}), 1003),
                frame("length beyond the frame", socket -> socket.send(true, RawSocket.BINARY, true, new byte[] {127, -1, -1, -1, '{', '}'}), 1003),
                frame("bytes that nothing describes", socket -> socket.send(true, RawSocket.BINARY, true, new byte[] {0, 0, 0, 2, '{', '}', 1}), 1003),
                frame("17 MiB of bytes at once", socket -> socket.send(true, RawSocket.BINARY, true, new byte[17 * MEGABYTE]), 1009, 1003, 1011, 0),
                frame("no type", socket -> socket.send("{}"), 1003),
                frame("type is no text", socket -> socket.send("{\"type\":{}}"), 1003),
                frame("unknown type", socket -> socket.send("{\"type\":\"admin\"}"), 1003));
    }

    /** What is done to a socket. */
    interface Attack {
        void on(RawSocket socket) throws IOException;
    }

    private DynamicTest frame(String name, Attack attack, Integer... statuses) {
        return DynamicTest.dynamicTest(name, () -> {
            try (var other = RawSocket.open(app(), newSession()).ready()) {
                try (var socket = RawSocket.open(app(), newSession()).ready()) {
                    attack.on(socket);
                    var mayWait = List.of(statuses).contains(RawSocket.STILL_OPEN);
                    assertThat(mayWait ? socket.closedWithin(2_000) : socket.closed()).isIn((Object[]) statuses);
                    assertThat(socket.heard()).hasSize(1);
                }
                other.send("{\"type\":\"join\",\"id\":\"a\",\"fn_index\":0,\"data\":[\"well\"]}");
                assertThat(other.text()).contains("joined");
            }
        });
    }

    /** Frames that say nothing useful, but break no rule. */
    @ParameterizedTest
    @ValueSource(strings = {"{\"type\":\"cancel\"}", "{\"type\":\"cancel\",\"event_id\":7}", "{\"type\":\"cancel\",\"event_id\":\"unknown\"}", "{\"type\":\"stream\"}",
        "{\"type\":\"stream\",\"event_id\":\"unknown\",\"data\":[]}", "{\"type\":\"stream\",\"event_id\":null,\"data\":7}", "{\"type\":\"ack\"}",
        "{\"type\":\"ack\",\"seq\":-1}", "{\"type\":\"ack\",\"seq\":\"x\"}", "{\"type\":\"ack\",\"seq\":2147483647}", "{\"type\":\"ack\",\"seq\":1.5}"})
    default void uselessFrameIsPassedOver(String frame) throws Exception {
        try (var socket = RawSocket.open(app(), newSession()).ready()) {
            socket.send(frame);
            socket.send("{\"type\":\"join\",\"id\":\"a\",\"fn_index\":0,\"data\":[\"well\"]}");
            var text = socket.text();
            while (!text.contains("process_completed")) {
                assertThat(text).isNotEmpty();
                text = socket.text();
            }
            assertThat(text).contains("[\"well\"]");
        }
    }

    /** Joins that cannot start: each is told so, and the connection goes on. */
    @ParameterizedTest
    @ValueSource(strings = {"\"fn_index\":-1,\"data\":[]", "\"fn_index\":99999,\"data\":[]", "\"fn_index\":\"0\",\"data\":[]", "\"fn_index\":null,\"data\":[]",
        "\"data\":[]", "\"fn_index\":0", "\"fn_index\":0,\"data\":{}", "\"fn_index\":0,\"data\":\"x\"", "\"fn_index\":0.5,\"data\":[\"x\"]"})
    default void joinThatCannotStartIsRejected(String rest) throws Exception {
        try (var socket = RawSocket.open(app(), newSession()).ready()) {
            socket.send("{\"type\":\"join\",\"id\":\"a\"," + rest + "}");
            assertThat(socket.text()).contains("\"rejected\"", "\"id\":\"a\"").doesNotContain("Exception");
            socket.send("{\"type\":\"join\",\"id\":\"b\",\"fn_index\":0,\"data\":[\"well\"]}");
            assertThat(socket.text()).contains("joined");
        }
    }

    /** A flood of pings and of small frames reaches nobody else. */
    @Test
    default void floodOfFramesHoldsNobodyUp() throws Exception {
        try (var flood = RawSocket.open(app(), newSession()).ready()) {
            for (var i = 0; i < 5_000; i++) {
                flood.send("{\"type\":\"cancel\",\"event_id\":\"x\"}");
            }
            othersAreServed();
        }
    }
}
