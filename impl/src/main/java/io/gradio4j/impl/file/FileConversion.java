package io.gradio4j.impl.file;

import io.gradio4j.FileData;
import io.gradio4j.impl.file.FileResolver.Outgoing;
import io.gradio4j.impl.json.JsonbConversion;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Converts values with files, for clients that know the app under one address. */
class FileConversion extends JsonbConversion {

    private final AppFiles files;
    private final String root;

    FileConversion(AppFiles files, String root) {
        this.files = files;
        this.root = root;
    }

    @Override
    public JsonValue toJson(@Nullable Object value) {
        return value instanceof Path path ? publish(path).json() : super.toJson(value);
    }

    @Override
    public Path file(FileData file) {
        return AppFiles.isUrl(file.path()) ? files.received(file)
                : files.resolver().input(file.path()).orElseThrow(() -> AppFiles.notUploaded(file.path()));
    }

    @Override
    public FileData publish(Path file) {
        var shown = String.valueOf(file.getFileName());
        var outgoing = files.resolver().outgoing(file);
        try {
            return switch (outgoing) {
                case Outgoing.InPlace(Path place, String name) -> described(name, Files.size(place), shown);
                case Outgoing.Copied(Path place) -> described(files.copied(place, clean(shown)), Files.size(place), shown);
            };
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be read", e);
        }
    }

    private static String clean(String name) {
        return FileNames.clean(name).orElse("file");
    }

    @Override
    public FileData publish(byte[] content, String name) {
        try (var draft = files.draft()) {
            draft.write(content, 0, content.length);
            return described(files.keep(draft, clean(name)), content.length, name);
        }
    }

    FileData described(String name, long size, String shown) {
        return new FileData(name, root + "/gradio_api/file=" + name, size, shown, null, false);
    }
}
