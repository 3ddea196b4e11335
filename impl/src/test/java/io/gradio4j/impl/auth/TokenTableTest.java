package io.gradio4j.impl.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TokenTableTest {

    private final Clock clock = new Clock();
    private final TokenTable<String> table = new TokenTable<>(new Secrets(),
            new Tokens.Limits(3, Duration.ofMinutes(10), Duration.ofHours(1)), clock);

    @Test
    void valueIsFoundByItsTokenOnly() {
        var token = table.add("ada");
        assertThat(table.find(token)).contains("ada");
        assertThat(table.find(token.substring(1))).isEmpty();
        assertThat(table.find("")).isEmpty();
    }

    @Test
    void valueThatIsNotAskedForEnds() {
        var token = table.add("ada");
        clock.pass(Duration.ofMinutes(9));
        assertThat(table.find(token)).isPresent();
        clock.pass(Duration.ofMinutes(9));
        assertThat(table.find(token)).isPresent();
        clock.pass(Duration.ofMinutes(11));
        assertThat(table.find(token)).isEmpty();
        assertThat(table.size()).isZero();
    }

    @Test
    void valueEndsAfterItsLongestTimeHoweverOftenItIsAskedFor() {
        var token = table.add("ada");
        for (var i = 0; i < 7; i++) {
            assertThat(table.find(token)).isPresent();
            clock.pass(Duration.ofMinutes(9));
        }
        assertThat(table.find(token)).isEmpty();
    }

    @Test
    void takenValueIsGone() {
        var token = table.add("ada");
        assertThat(table.take(token)).contains("ada");
        assertThat(table.take(token)).isEmpty();
        var late = table.add("bob");
        clock.pass(Duration.ofMinutes(11));
        assertThat(table.take(late)).isEmpty();
    }

    @Test
    void fullTableForgetsWhatWasNotAskedForTheLongest() {
        var first = table.add("1");
        var second = table.add("2");
        table.add("3");
        table.find(first);
        table.add("4");
        assertThat(table.size()).isEqualTo(3);
        assertThat(table.find(second)).isEmpty();
        assertThat(table.find(first)).isPresent();
    }

    @Test
    void oneUserCannotPushTheOthersOut() {
        var bob = table.add("bob");
        var first = table.add("ada", "ada", 2);
        table.add("ada", "ada", 2);
        table.add("ada", "ada", 2);
        assertThat(table.find(bob)).isPresent();
        assertThat(table.find(first)).isEmpty();
    }

    @Test
    void allValuesOfAnOwnerCanBeRemoved() {
        var ada = table.add("ada", "ada", 2);
        var bob = table.add("bob");
        table.removeAll("ada");
        assertThat(table.find(ada)).isEmpty();
        assertThat(table.find(bob)).isPresent();
    }
}
