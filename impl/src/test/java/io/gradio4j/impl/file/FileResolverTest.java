package io.gradio4j.impl.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gradio4j.impl.file.FileResolver.Outgoing;
import io.gradio4j.impl.file.FileResolver.Served;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A working directory {@code work} with an allowed folder {@code open}, a static folder {@code logos} and the cache within, a file for
 * nobody beside it, and a directory for temporary files.
 */
class FileResolverTest {

    @TempDir
    Path folder;
    private Path work;
    private Path secret;
    private Cache cache;
    private String name;
    private FileResolver resolver;

    @BeforeEach
    void makeFiles() throws IOException {
        folder = folder.toRealPath();
        work = Files.createDirectory(folder.resolve("work"));
        secret = file("secret.txt");
        file("work/secret");
        file("work/open/ok.txt");
        file("work/open/sub/ok.txt");
        file("work/open/blocked/ok.txt");
        file("work/logos/logo.svg");
        file("work/logos/a#b.svg");
        file("work/.env");
        file("temporary/result.txt");
        link("work/open/link.txt", secret);
        link("work/open/linked", folder);
        link("work/open/loop", work.resolve("open/loop"));
        link("work/open/dangling", folder.resolve("nowhere"));
        link("work/open/seemingly-open.txt", work.resolve("open/blocked/ok.txt"));
        cache = new Cache(work.resolve("cache"), false);
        name = kept("ok.txt");
        link("work/cache/" + hash() + "/link.txt", secret);
        Files.createDirectory(work.resolve("cache/" + hash() + "/folder"));
        link("work/cache/" + linkedHash(), folder);
        resolver = new FileResolver(cache, new Roots(List.of(work.resolve("open"), work.resolve("."))), new Roots(List.of(
                work.resolve("open/blocked"), work.resolve("secret"))), new Roots(List.of(work.resolve("logos"))), work, folder.resolve("temporary"));
    }

    private String kept(String fileName) {
        try (var draft = cache.draft()) {
            draft.write(fileName.getBytes(), 0, fileName.length());
            return cache.keep(draft, fileName);
        }
    }

    private Path file(String path) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, path);
    }

    private void link(String path, Path target) throws IOException {
        Files.createSymbolicLink(folder.resolve(path), target);
    }

    private String hash() {
        return name.substring(0, 64);
    }

    private static String linkedHash() {
        return "ab".repeat(32);
    }

    private List<String> hostile() {
        return Hostile.names("LINKEDHASH", linkedHash(), "HASH", hash(), "UPPER", hash().replace('a', 'A').replace('b', 'B').toUpperCase(),
                "SECRET", secret.toString()).toList();
    }

    @Test
    void thereAreManyHostileNames() {
        assertThat(hostile()).doesNotHaveDuplicates().hasSizeGreaterThan(200);
    }

    @Test
    void noHostileNameIsServed() {
        assertThat(hostile()).allSatisfy(hostile -> assertThat(resolver.served(hostile)).as(hostile).isEmpty());
    }

    @Test
    void noHostileNameIsTakenAsAnInput() {
        assertThat(hostile()).allSatisfy(hostile -> assertThat(resolver.input(hostile)).as(hostile).isEmpty());
    }

    @Test
    void cachedFileIsServedByItsOpaqueName() {
        assertThat(resolver.served(name)).contains(new Served(work.resolve("cache").resolve(name), true));
        assertThat(resolver.input(name)).contains(work.resolve("cache").resolve(name));
    }

    @Test
    void allowedFileIsServedByItsPathWithinTheWorkingDirectoryButIsNoInput() {
        assertThat(resolver.served("open/ok.txt")).contains(new Served(work.resolve("open/ok.txt"), false));
        assertThat(resolver.served("open/sub/ok.txt")).isPresent();
        assertThat(resolver.input("open/ok.txt")).isEmpty();
    }

    @Test
    void staticFileIsServedByPathAndStaysWhereItIs() {
        assertThat(resolver.served("logos/logo.svg")).contains(new Served(work.resolve("logos/logo.svg"), false));
        var outgoing = resolver.outgoing(work.resolve("logos/logo.svg"));

        assertThat(outgoing).isInstanceOfSatisfying(Outgoing.InPlace.class, inPlace -> {
            assertThat(inPlace.name()).matches("[0-9a-f]{64}/logo\\.svg");
            assertThat(resolver.served(inPlace.name())).contains(new Served(work.resolve("logos/logo.svg"), false));
            assertThat(resolver.input(inPlace.name())).contains(work.resolve("logos/logo.svg"));
        });
    }

    @Test
    void staticFolderGivesNothingOutsideItself() {
        var opaque = cache.hash(work.resolve("logos").toString());

        assertThat(List.of("..", "../secret", "../open/ok.txt", "", "/", ".", "../../secret.txt", secret.toString())).allSatisfy(end -> {
            assertThat(resolver.served(opaque + "/" + end)).as(end).isEmpty();
            assertThat(resolver.input(opaque + "/" + end)).as(end).isEmpty();
        });
    }

    @Test
    void staticFileWhoseNameDoesNotFitAUrlIsCopied() {
        assertThat(resolver.outgoing(work.resolve("logos/a#b.svg"))).isEqualTo(new Outgoing.Copied(work.resolve("logos/a#b.svg")));
    }

    @Test
    void staticFileMayBeNamedAlone() {
        var alone = new FileResolver(cache, new Roots(List.of()), new Roots(List.of()), new Roots(List.of(work.resolve("logos/logo.svg"))), work,
                folder.resolve("temporary"));

        assertThat(alone.outgoing(work.resolve("logos/logo.svg"))).isInstanceOfSatisfying(Outgoing.InPlace.class,
                inPlace -> assertThat(alone.served(inPlace.name())).isPresent());
        assertThat(alone.served("logos/logo.svg")).isPresent();
        assertThat(alone.served("logos/a#b.svg")).isEmpty();
    }

    @Test
    void filesOfTheUsualPlacesMayLeave() {
        assertThat(resolver.outgoing(folder.resolve("temporary/result.txt"))).isEqualTo(new Outgoing.Copied(folder.resolve("temporary/result.txt")));
        assertThat(resolver.outgoing(work.resolve("open/ok.txt"))).isEqualTo(new Outgoing.Copied(work.resolve("open/ok.txt")));
        assertThat(resolver.outgoing(work.resolve("cache").resolve(name))).isEqualTo(new Outgoing.InPlace(work.resolve("cache").resolve(name), name));
    }

    private FileResolver strict() {
        return new FileResolver(cache, new Roots(List.of()), new Roots(List.of(work.resolve("open/blocked"))), new Roots(List.of()), work,
                folder.resolve("temporary"));
    }

    @Test
    void otherFilesMayNotLeave() {
        var wanted = List.of("secret.txt", "work/.env", "work/open/link.txt", "work/open/linked/secret.txt", "work/open/blocked/ok.txt",
                "work/open/seemingly-open.txt", "work/cache/.seed", "work/cache/" + hash() + "/link.txt", "work/nothing.txt", "work/open");

        assertThat(wanted).allSatisfy(path -> assertThatIllegalArgumentException().isThrownBy(() -> strict().outgoing(folder.resolve(path)))
                .withMessageContaining(folder.resolve(path).toString()));
    }

    @Test
    void dottedFileMayLeaveIfItIsAllowedByName() {
        var allowing = new FileResolver(cache, new Roots(List.of(work.resolve(".env"))), new Roots(List.of()), new Roots(List.of()), work,
                folder.resolve("temporary"));

        assertThat(allowing.outgoing(work.resolve(".env"))).isEqualTo(new Outgoing.Copied(work.resolve(".env")));
    }

    @Test
    void rootOfTheDiskIsNoWorkingDirectoryToSpeakOf() {
        var container = new FileResolver(cache, new Roots(List.of()), new Roots(List.of()), new Roots(List.of()), Path.of("/"),
                folder.resolve("temporary"));

        assertThatIllegalArgumentException().isThrownBy(() -> container.outgoing(secret)).withMessageContaining("may not leave the server");
    }

    @Test
    void rootsMayBeMadeLater() throws IOException {
        var later = new FileResolver(cache, new Roots(List.of(work.resolve("later"))), new Roots(List.of()), new Roots(List.of()), work,
                folder.resolve("temporary"));
        assertThat(later.served("later/a.txt")).isEmpty();
        file("work/later/a.txt");

        assertThat(later.served("later/a.txt")).isPresent();
    }

    @Test
    void theCacheIsAbsentUntilItIsNeeded() {
        var unused = new Cache(folder.resolve("unused"), false);
        var asking = new FileResolver(unused, new Roots(List.of()), new Roots(List.of()), new Roots(List.of()), work, folder.resolve("temporary"));

        assertThat(hostile().stream().filter(n -> asking.served(n).isPresent()).collect(Collectors.toList())).isEmpty();
        assertThat(folder.resolve("unused")).doesNotExist();
    }
}
