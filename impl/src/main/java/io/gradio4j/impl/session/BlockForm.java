package io.gradio4j.impl.session;

import io.gradio4j.Block;
import io.gradio4j.BlockAccess;
import io.gradio4j.impl.json.JavaText;
import io.gradio4j.spi.Form;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A block that a handler changed, as the properties that differ from its definition. The value is left out: a page has its own, and it may
 * be anything.
 */
final class BlockForm implements Form<Block> {

    private final JavaText text;
    private final Block defined;

    BlockForm(JavaText text, Block defined) {
        this.text = text;
        this.defined = defined;
    }

    @Override
    public String write(Block block) {
        var changes = new LinkedHashMap<String, Object>();
        block.properties().forEach((name, property) -> {
            if (!name.equals("value") && !Objects.equals(property, defined.properties().get(name))) {
                changes.put(name, property);
            }
        });
        try {
            return text.write(changes);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("A changed property of " + defined.describe() + " cannot be kept for other nodes: " + e.getMessage(), e);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public Block read(String text) {
        return BlockAccess.with(defined, (Map<String, Object>) this.text.read(text));
    }
}
