package io.gradio4j.impl.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginFormTest {

    private static final String ENCODED = "application/x-www-form-urlencoded";

    private static Map<String, String> read(String type, String body) {
        return LoginForm.fields(type, body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void encodedFormIsRead() {
        assertThat(read(ENCODED + ";charset=UTF-8", "username=J%C3%BCrgen+X&password=a%26b%3Dc%20&username=other"))
                .containsExactly(Map.entry("username", "Jürgen X"), Map.entry("password", "a&b=c "));
    }

    @Test
    void multipartFormIsRead() {
        var body = """
                --x-1\r
                Content-Disposition: form-data; name="username"\r
                \r
                Jürgen\r
                --x-1\r
                Content-Type: text/plain\r
                content-disposition: form-data; name="password"\r
                \r
                a\r
                b--x-1\r
                --x-1--\r
                """;
        assertThat(read("multipart/form-data; boundary=x-1", body))
                .containsExactly(Map.entry("username", "Jürgen"), Map.entry("password", "a\r\nb--x-1"));
        assertThat(read("Multipart/Form-Data; Boundary=\"x-1\"", body)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"application/json, '{\"username\":\"a\"}'", "'', username=a", "multipart/form-data, username=a",
        "'multipart/form-data; boundary=b', '--b'", "'multipart/form-data; boundary=b', '--b\r\n\r\nx'", "'multipart/form-data; boundary=b', ''",
        "application/x-www-form-urlencoded, username=%zz", "application/x-www-form-urlencoded, &&&=&"})
    void whatIsNoFormHasNoFields(String type, String body) {
        assertThat(read(type, body)).isEmpty();
    }
}
