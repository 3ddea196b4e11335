package io.gradio4j.gallery.samples.inputs;

import io.gradio4j.AppPath;
import io.gradio4j.Block;
import io.gradio4j.Column;
import io.gradio4j.components.button.LoginButton;
import io.gradio4j.components.markdown.Markdown;
import io.gradio4j.gallery.Sample;
import jakarta.enterprise.context.ApplicationScoped;

/** A way in for those whom an identity provider knows. */
@ApplicationScoped
@AppPath("/components/loginbutton")
public class LoginButtonSample extends Sample {

    @Override
    protected String about() {
        return "Signs a person in with the identity provider that the operator has set, and out again.";
    }

    @Override
    protected Block live() {
        return new Column(
                new LoginButton("Sign in").logoutValue("Sign out, {}"),
                new Markdown("`OPENID_PROVIDER_URL`, `OAUTH_CLIENT_ID` and `OAUTH_CLIENT_SECRET` name the provider."));
    }
}
