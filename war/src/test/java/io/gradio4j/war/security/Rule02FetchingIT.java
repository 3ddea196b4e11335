package io.gradio4j.war.security;

import io.gradio4j.war.Caller;
import io.gradio4j.war.FileTree;
import io.gradio4j.war.Program;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Rule 2 for an app that fetches from every public host: what is inside the network stays out of reach all the same. */
class Rule02FetchingIT implements Rule02Fetching {

    @TempDir
    static Path folder;
    @AutoClose
    private static Program program;
    @AutoClose
    private static Caller files;
    private static FileTree tree;

    @BeforeAll
    static void start() throws Exception {
        tree = FileTree.in(folder);
        program = Program.start(List.of("-jar", Program.TARGET.resolve("gradio4j.war").toString()), tree.and(Map.of("GRADIO_APP", "FilesApp",
                "XDG_CACHE_HOME", folder.toString(), "GRADIO_PLUGINS", Program.TARGET.resolve("fixtures").toString(), "FILES_FETCH", "*")));
        files = new Caller(program.url());
    }

    @Override
    public Caller app() {
        return files;
    }

    @Override
    public Caller files() {
        return files;
    }

    @Override
    public FileTree tree() {
        return tree;
    }
}
