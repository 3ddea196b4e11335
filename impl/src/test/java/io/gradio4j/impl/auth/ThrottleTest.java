package io.gradio4j.impl.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    private final Clock clock = new Clock();
    private final Throttle throttle = new Throttle(new Secrets(), clock);

    private void fail(int times, String user, String address) {
        for (var i = 0; i < times; i++) {
            assertThat(throttle.attempt(user, address)).as("attempt " + i).isEmpty();
        }
    }

    @Test
    void waitDoublesWithEachFailureOfANameUpToAMinute() {
        fail(5, "ada", "10.0.0.1");
        for (var seconds : new int[] {1, 2, 4, 8, 16, 32, 60, 60, 60}) {
            assertThat(throttle.attempt("ada", "10.0.0." + seconds)).isEmpty();
            assertThat(throttle.attempt("ada", "10.0.1." + seconds)).contains(Duration.ofSeconds(seconds));
            clock.pass(Duration.ofSeconds(seconds));
        }
    }

    @Test
    void waitingIsNotProlongedByTrying() {
        fail(6, "ada", "10.0.0.1");
        for (var i = 0; i < 50; i++) {
            assertThat(throttle.attempt("ada", "10.0.0.1")).contains(Duration.ofSeconds(1));
        }
        clock.pass(Duration.ofSeconds(1));
        assertThat(throttle.attempt("ada", "10.0.0.1")).isEmpty();
    }

    @Test
    void oneAddressThatTriesManyNamesHasToWait() {
        IntStream.range(0, 21).forEach(i -> assertThat(throttle.attempt("user" + i, "10.0.0.1")).isEmpty());
        assertThat(throttle.attempt("another", "10.0.0.1")).isPresent();
        assertThat(throttle.attempt("another", "10.0.0.2")).isEmpty();
    }

    @Test
    void networkOfIpv6CountsAsOneAddress() {
        IntStream.range(0, 21).forEach(i -> assertThat(throttle.attempt("user" + i, "2001:db8:1:2::" + Integer.toHexString(i + 1))).isEmpty());
        assertThat(throttle.attempt("another", "2001:db8:1:2:ffff:1:2:3%eth0")).isPresent();
        assertThat(throttle.attempt("another", "2001:db8:1:3::1")).isEmpty();
    }

    @Test
    void successForgetsTheFailures() {
        fail(5, "ada", "10.0.0.1");
        throttle.succeeded("ada", "10.0.0.1");
        fail(5, "ada", "10.0.0.1");
    }

    @Test
    void failuresAreForgottenAfterAnHourOfPeace() {
        fail(6, "ada", "10.0.0.1");
        clock.pass(Duration.ofMinutes(61));
        fail(5, "ada", "10.0.0.1");
    }

    @Test
    void attemptsAtTheSameTimeDoNotSlipThrough() {
        var through = IntStream.range(0, 200).parallel().filter(i -> throttle.attempt("ada", "10.0.0.1").isEmpty()).count();
        assertThat(through).isEqualTo(6);
    }

    @Test
    void whatIsRememberedIsBounded() {
        IntStream.range(0, 12_000).forEach(i -> throttle.attempt("user" + i, "10.0." + i / 250 + "." + i % 250));
        assertThat(throttle.size()).isEqualTo(20_000);
    }
}
