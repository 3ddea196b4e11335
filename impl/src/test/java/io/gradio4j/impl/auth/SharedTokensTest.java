package io.gradio4j.impl.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradio4j.OAuthProfile;
import io.gradio4j.OAuthToken;
import io.gradio4j.impl.json.Jsons;
import io.gradio4j.impl.redis.RedisProvider;
import io.gradio4j.testing.RedisServer;
import io.gradio4j.spi.Cluster;
import io.gradio4j.spi.SessionStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedTokensTest {

    @TempDir
    private static Path folder;
    @AutoClose
    private static RedisServer redis;
    private static final Tokens.Limits LIMITS = new Tokens.Limits(3, Duration.ofDays(1), Duration.ofHours(1));

    private final Clock clock = new Clock();
    private final Cluster cluster = new RedisProvider().connect(name -> Optional.of(redis.address())).orElseThrow();
    private final SessionStore store = cluster.sessions(UUID.randomUUID().toString());
    private final Vault vault = new Vault(Optional.of(store), clock);
    private final Tokens<String> tokens = vault.tokens("login", LIMITS);

    @BeforeAll
    static void start() throws Exception {
        redis = new RedisServer(folder);
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void anotherNodeFindsThem() {
        var other = new Vault(Optional.of(store), clock);
        var token = tokens.add("ada");
        assertThat(other.<String>tokens("login", LIMITS).find(token)).contains("ada");
        assertThat(other.<String>tokens("grant", LIMITS).find(token)).isEmpty();
        assertThat(tokens.find("")).isEmpty();
        assertThat(other.random("cookies")).isEqualTo(vault.random("cookies")).isNotEqualTo(vault.random("other"));
        assertThat(other.secrets().same("a", "a")).isTrue();
    }

    @Test
    void aTokenIsTakenOnce() {
        var token = tokens.add("ada");
        assertThat(tokens.take(token)).contains("ada");
        assertThat(tokens.take(token)).isEmpty();
        assertThat(tokens.find(token)).isEmpty();
    }

    @Test
    void aValueEndsAfterItsLongestTime() {
        var token = tokens.add("ada");
        clock.pass(Duration.ofMinutes(59));
        assertThat(tokens.find(token)).isPresent();
        clock.pass(Duration.ofMinutes(2));
        assertThat(tokens.find(token)).isEmpty();
        assertThat(tokens.take(token)).isEmpty();
    }

    @Test
    void ofAnOwnersValuesTheNewestAreKept() {
        var first = tokens.add("ada", "ada", 2);
        var second = tokens.add("ada", "ada", 2);
        tokens.take(second);
        var third = tokens.add("ada", "ada", 2);
        assertThat(tokens.find(first)).as("one was given back").isPresent();
        var fourth = tokens.add("ada", "ada", 2);
        assertThat(tokens.find(first)).isEmpty();
        assertThat(tokens.find(third)).isPresent();
        assertThat(tokens.find(fourth)).isPresent();
    }

    @Test
    void allOfAnOwnerCanBeRemoved() {
        var ada = tokens.add("ada", "ada", 9);
        var bob = tokens.add("bob", "bob", 9);
        tokens.removeAll("ada");
        assertThat(tokens.find(ada)).isEmpty();
        assertThat(tokens.find(bob)).isPresent();
    }

    @Test
    void grantsOfAnIdentityProviderCanBeShared() {
        var grants = vault.<OAuth.Grant>tokens("grant", LIMITS);
        var grant = new OAuth.Grant(new OAuthProfile("Ada", "ada", "https://p", "", Jsons.read("{\"sub\":\"1\"}").asJsonObject()),
                new OAuthToken("t", "openid", Instant.EPOCH));
        assertThat(grants.find(grants.add(grant))).contains(grant);
    }
}
