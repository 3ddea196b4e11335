package io.gradio4j.components.button;

import io.gradio4j.ApiVisibility;
import io.gradio4j.Conversion;
import io.gradio4j.Defaults;
import io.gradio4j.Event;
import io.gradio4j.Gradio;
import io.gradio4j.OAuthProfile;

/**
 * A button that signs a person in with the app's identity provider, and out again. When the page loads it says who is signed in. The
 * provider is a setting of the operator: {@code OPENID_PROVIDER_URL}, {@code OAUTH_CLIENT_ID} and {@code OAUTH_CLIENT_SECRET}.
 *
 * {@snippet :
 * var sign = new LoginButton("Sign in").logoutValue("Sign out, {}");
 * open.onClick().inputs(Gradio.requiredProfile()).outputs(mine).run(OAuthProfile::username);
 * }
 */
public final class LoginButton extends BaseButton<LoginButton> {

    private static final String CAPTION = "Sign in with Hugging Face";
    private static final Defaults DEFAULTS = defaults(CAPTION, "variant", "huggingface", "icon", Icon.of("person.svg"), "logout_value", "Logout ({})").saying("value", "button.sign_in");

    private final Event click = onClick().apiVisibility(ApiVisibility.PRIVATE);

    /** Makes a button that says "Sign in with Hugging Face". */
    public LoginButton() {
        super("button");
        click.inputs(this);
        lead(CAPTION);
        value(Gradio.profile(), profile -> profile.map(this::signedIn).orElseGet(this::signedOut));
    }

    /**
     * Makes a button.
     *
     * @param caption its text while nobody is signed in
     */
    public LoginButton(String caption) {
        this();
        value(caption);
    }

    @Override
    protected Defaults defaults() {
        return DEFAULTS;
    }

    @Override
    public LoginButton value(String caption) {
        lead(caption);
        return super.value(caption);
    }

    /**
     * Its text while somebody is signed in.
     *
     * @param caption {@code {}} stands for the user's name; default: {@code Logout ({})}
     * @return this button
     */
    public LoginButton logoutValue(String caption) {
        return set("logout_value", caption);
    }

    private String signedOut() {
        return String.valueOf(property("value").orElse(CAPTION));
    }

    private String signedIn(OAuthProfile profile) {
        return String.valueOf(property("logout_value").orElse("{}")).replace("{}", profile.username());
    }

    /** Away from the page, and back to it. */
    private void lead(String signedOut) {
        click.js("""
                caption => {
                    const base = new URL(document.baseURI);
                    const page = location.pathname.slice(base.pathname.lastIndexOf('/')) + location.search;
                    const route = caption === %s ? 'login/huggingface' : 'logout';
                    location.assign(new URL(route + '?_target_url=' + encodeURIComponent(page), base));
                }""".formatted(Conversion.JSON.createValue(signedOut)));
    }
}
