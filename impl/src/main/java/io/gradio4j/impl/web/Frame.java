package io.gradio4j.impl.web;

import io.gradio4j.FileData;
import io.gradio4j.impl.event.RefusedException;
import io.gradio4j.impl.file.AppFiles;
import io.gradio4j.impl.file.FileNames;
import io.gradio4j.impl.file.StorageException;
import io.gradio4j.impl.json.BadJsonException;
import io.gradio4j.impl.json.Jsons;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a page sends over its WebSocket: JSON, and perhaps the bytes of files among its values. With files it is a binary frame: the length
 * of the JSON in four bytes, the highest first, the JSON in UTF-8, then the files one after the other. The JSON describes them in
 * {@code files}, as a list of {@code {"index", "name", "mime_type", "size"}}: each takes the place of the value with that index in
 * {@code data}, as if it had been uploaded before.
 *
 * @param json all but the files
 * @param files the files that it describes
 */
record Frame(JsonObject json, List<Attached> files) {

    private static final int MOST_FILES = 16;

    /**
     * One file.
     *
     * @param index of which value it is
     * @param name what the client calls it
     * @param mimeType what the client says that it is; empty for nothing
     * @param bytes all of it
     */
    record Attached(int index, String name, String mimeType, ByteBuffer bytes) {
    }

    /**
     * Reads a text frame.
     *
     * @throws BadJsonException if it is no JSON object
     */
    static Frame of(String text) {
        return new Frame(object(text), List.of());
    }

    /**
     * Reads a binary frame.
     *
     * @throws BadJsonException if it is none
     */
    static Frame of(ByteBuffer bytes) {
        if (bytes.remaining() < Integer.BYTES) {
            throw bad();
        }
        var length = bytes.getInt();
        if (length < 0 || length > bytes.remaining()) {
            throw bad();
        }
        var json = object(text(bytes.slice(bytes.position(), length)));
        bytes.position(bytes.position() + length);
        var files = files(json, bytes);
        if (bytes.hasRemaining()) {
            throw bad();
        }
        return new Frame(json, files);
    }

    private static BadJsonException bad() {
        return new BadJsonException("A binary frame must be a length, that much JSON, and the files that it describes");
    }

    private static String text(ByteBuffer bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw bad();
        }
    }

    private static JsonObject object(String text) {
        if (Jsons.readForeign(text) instanceof JsonObject object) {
            return object;
        }
        throw new BadJsonException("A frame must be a JSON object");
    }

    private static List<Attached> files(JsonObject json, ByteBuffer bytes) {
        if (!(json.get("files") instanceof JsonArray described) || described.size() > MOST_FILES || !(json.get("data") instanceof JsonArray data)) {
            throw bad();
        }
        var files = new ArrayList<Attached>(described.size());
        for (var item : described) {
            if (!(item instanceof JsonObject file)) {
                throw bad();
            }
            var index = number(file, "index", data.size() - 1);
            var size = number(file, "size", bytes.remaining());
            files.add(new Attached(index, string(file, "name"), string(file, "mime_type"), bytes.slice(bytes.position(), size)));
            bytes.position(bytes.position() + size);
        }
        return List.copyOf(files);
    }

    private static int number(JsonObject file, String name, int most) {
        if (file.get(name) instanceof JsonNumber n && n.isIntegral() && n.bigIntegerValue().bitLength() < Integer.SIZE && n.intValue() >= 0
                && n.intValue() <= most) {
            return n.intValue();
        }
        throw bad();
    }

    private static String string(JsonObject file, String name) {
        return file.get(name) instanceof JsonString text ? text.getString() : "";
    }

    /**
     * The values, the files among them kept like uploads.
     *
     * @return empty if there are no values
     * @throws RefusedException if a file is too large, or the disk does not take it
     */
    Optional<JsonArray> data(AppFiles store) {
        if (!(json.get("data") instanceof JsonArray data)) {
            return Optional.empty();
        }
        if (files.isEmpty()) {
            return Optional.of(data);
        }
        var values = new ArrayList<JsonValue>(data);
        files.forEach(file -> values.set(file.index(), kept(file, store).json()));
        var array = Jsons.array();
        values.forEach(array::add);
        return Optional.of(array.build());
    }

    private static FileData kept(Attached file, AppFiles store) {
        var size = file.bytes().remaining();
        if (store.maxFileSize().isPresent() && size > store.maxFileSize().getAsLong()) {
            throw new RefusedException(413, "A file exceeded the maximum allowed size of " + store.maxFileSize().getAsLong() + " bytes.");
        }
        var bytes = new byte[size];
        file.bytes().duplicate().get(bytes);
        try (var draft = store.draft()) {
            draft.write(bytes, 0, size);
            var path = store.keep(draft, FileNames.clean(file.name()).orElse("file"));
            return new FileData(path, null, (long) size, file.name(), file.mimeType().isEmpty() ? null : file.mimeType(), true);
        } catch (StorageException e) {
            throw new RefusedException(e.status(), String.valueOf(e.getMessage()));
        }
    }
}
