package io.gradio4j.components.button;

import io.gradio4j.ApiVisibility;
import io.gradio4j.Conversion;
import io.gradio4j.Defaults;
import io.gradio4j.Event;

/**
 * A button that copies a link to what the page shows: whoever opens it sees the values that the server has seen of this page. The
 * caption says so for a second.
 */
public final class DeepLinkButton extends BaseButton<DeepLinkButton> {

    private static final String CAPTION = "Share via Link";
    private static final String COPIED = "Link Copied!";
    private static final Defaults DEFAULTS = defaults(CAPTION, "icon", Icon.of("link.svg"), "elem_id", "gradio-share-link-button-0", "copied_value", COPIED)
            .saying("value", "deep_link.share", "deep_link.copied");

    private final Event copy = onClick().apiVisibility(ApiVisibility.PRIVATE);
    private final Event restore;

    /** Makes a button that says "Share via Link". */
    public DeepLinkButton() {
        super("button");
        copy.outputs(this);
        say(COPIED);
        restore = copy.then().apiVisibility(ApiVisibility.PRIVATE);
        restore.outputs(this);
        sayAgain(CAPTION);
    }

    /**
     * Makes a button.
     *
     * @param caption its text
     */
    public DeepLinkButton(String caption) {
        this();
        value(caption);
    }

    @Override
    protected Defaults defaults() {
        return DEFAULTS;
    }

    @Override
    public DeepLinkButton value(String caption) {
        sayAgain(caption);
        return super.value(caption);
    }

    /**
     * What it says when the link is copied.
     *
     * @param caption default: "Link Copied!"
     * @return this button
     */
    public DeepLinkButton copiedValue(String caption) {
        say(caption);
        return set("copied_value", caption);
    }

    private void say(String copied) {
        copy.js("""
                async () => {
                    const answer = await fetch('gradio_api/deep_link?session_hash=' + window.__gradio_session_hash__);
                    if (!answer.ok) throw new Error('The link could not be made: ' + (await answer.text()).slice(0, 200));
                    const id = await answer.json();
                    if (!id) throw new Error('The link could not be made: the server does not know this page any more.');
                    const link = new URL(location.href);
                    link.searchParams.set('deep_link', id);
                    link.searchParams.delete('__sign');
                    const { copyText } = await import('gradio4j');
                    await copyText(link.href);
                    return %s;
                }""".formatted(Conversion.JSON.createValue(copied)));
    }

    private void sayAgain(String caption) {
        restore.js("() => new Promise(over => setTimeout(() => over(%s), 1000))".formatted(Conversion.JSON.createValue(caption)));
    }
}
