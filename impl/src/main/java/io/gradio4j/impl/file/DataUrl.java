package io.gradio4j.impl.file;

import io.gradio4j.FileData;
import io.gradio4j.MediaTypes;
import io.gradio4j.ValidationException;
import io.gradio4j.impl.json.JsonbConversion;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.OptionalLong;

/** Files whose content stands in their URL: {@code data:image/png;base64,…}. */
final class DataUrl {

    private static final int START = "data:".length();

    private DataUrl() {
    }

    /**
     * Writes the content to a draft.
     *
     * @return a name for the file
     * @throws ValidationException if it is no such URL or the content is too large
     */
    static String decode(FileData file, Draft draft, OptionalLong most) {
        var url = file.path();
        var comma = url.indexOf(',');
        if (comma < 0) {
            throw new ValidationException("A data URL needs a comma before its content: " + JsonbConversion.abbreviate(url));
        }
        var parameters = url.substring(START, comma).toLowerCase(Locale.ROOT).split(";");
        var content = parameters[parameters.length - 1].strip().equals("base64") ? base64(url, comma) : percent(url, comma);
        if (most.isPresent() && content.length > most.getAsLong()) {
            throw new ValidationException("File size exceeded maximum allowed size of " + most.getAsLong() + " bytes.");
        }
        draft.write(content, 0, content.length);
        var given = file.origName();
        return given == null ? "file" + MediaTypes.end(parameters[0].strip()) : FileNames.clean(given).orElse("file");
    }

    private static byte[] base64(String url, int comma) {
        try {
            return Base64.getMimeDecoder().decode(url.substring(comma + 1));
        } catch (IllegalArgumentException e) {
            throw new ValidationException("The content of the data URL is no base64: " + JsonbConversion.abbreviate(url));
        }
    }

    private static byte[] percent(String url, int comma) {
        var bytes = url.substring(comma + 1).getBytes(StandardCharsets.UTF_8);
        var out = new ByteArrayOutputStream(bytes.length);
        for (var i = 0; i < bytes.length; i++) {
            var high = i + 2 < bytes.length && bytes[i] == '%' ? Character.digit(bytes[i + 1], 16) : -1;
            var low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
            if (low < 0) {
                out.write(bytes[i]);
            } else {
                out.write(high * 16 + low);
                i += 2;
            }
        }
        return out.toByteArray();
    }
}
