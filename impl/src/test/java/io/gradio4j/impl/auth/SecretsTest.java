package io.gradio4j.impl.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SecretsTest {

    private final Secrets secrets = new Secrets();

    @Test
    void randomTextsAreDifferentHave256BitsAndFitInACookie() {
        var texts = Stream.generate(Secrets::random).limit(1_000).toList();
        assertThat(texts).doesNotHaveDuplicates().allMatch(t -> t.matches("[A-Za-z0-9_-]{43}"))
                .allMatch(t -> Base64.getUrlDecoder().decode(t).length == 32);
    }

    @Test
    void digestsOfAnotherStartAreOthers() {
        assertThat(secrets.digest("x")).isEqualTo(secrets.digest("x")).isNotEqualTo(new Secrets().digest("x"));
    }

    @Test
    void textsAreComparedAsAWhole() {
        assertThat(secrets.same("secret", "secret")).isTrue();
        assertThat(secrets.same("secret", "secre")).isFalse();
        assertThat(secrets.same("secret", "Secret")).isFalse();
        assertThat(secrets.same("", "")).isTrue();
    }

    @Test
    void usersHaveTheirOwnPasswordsOnly() {
        var users = new Users(Map.of("ada", "lovelace", "bob", "builder", "über", "pässwörd"), secrets);
        assertThat(users.test("ada", "lovelace")).isTrue();
        assertThat(users.test("über", "pässwörd")).isTrue();
        assertThat(users.test("ada", "builder")).isFalse();
        assertThat(users.test("ada", "lovelace ")).isFalse();
        assertThat(users.test("Ada", "lovelace")).isFalse();
        assertThat(users.test("carl", "")).isFalse();
        assertThat(users.test("adal", "ovelace")).isFalse();
        assertThat(users.test("", "")).isFalse();
    }
}
