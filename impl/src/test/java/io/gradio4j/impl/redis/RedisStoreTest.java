package io.gradio4j.impl.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradio4j.impl.session.SessionStoreContract;
import io.gradio4j.spi.Form;
import io.gradio4j.spi.SessionStore;
import io.gradio4j.spi.UnreachableException;
import io.gradio4j.testing.RedisServer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisStoreTest extends SessionStoreContract {

    @TempDir
    private static Path folder;
    @AutoClose
    private static RedisServer redis;

    private final String app = UUID.randomUUID().toString();
    private final RedisCluster here = new RedisCluster(redis.address());
    private final RedisCluster there = new RedisCluster(redis.address());

    @BeforeAll
    static void start() throws Exception {
        redis = new RedisServer(folder);
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
    }

    @Override
    protected SessionStore store() {
        return here.sessions(app);
    }

    @Override
    protected SessionStore elsewhere() {
        return there.sessions(app);
    }

    @Test
    void appsDoNotShareSessions() {
        store().open("a").update("x", Form.TEXT, before -> Optional.of("y"));
        assertThat(here.sessions("other").find("a")).isEmpty();
    }

    @Test
    void whatCannotBeWrittenChangesNothing() {
        var kept = store().open("a");
        kept.update("x", Form.TEXT, before -> Optional.of("good"));
        var broken = new Form<String>() {
            @Override
            public String write(String value) {
                throw new IllegalArgumentException("no");
            }

            @Override
            public String read(String text) {
                return text;
            }
        };
        assertThatThrownBy(() -> kept.update("x", broken, before -> Optional.of("bad"))).hasMessage("no");
        assertThat(kept.get("x", Form.TEXT)).contains("good");
    }

    @Test
    void aRedisThatIsNotThereIsSaid() {
        var nowhere = new RedisCluster("redis://:very-secret@127.0.0.1:1");
        try (nowhere) {
            assertThat(nowhere.isUp()).isFalse();
            assertThatThrownBy(() -> nowhere.sessions(app).open("a")).isInstanceOf(UnreachableException.class)
                    .hasMessageStartingWith("The server cannot reach its store of sessions").message().doesNotContain("secret");
        }
    }
}
