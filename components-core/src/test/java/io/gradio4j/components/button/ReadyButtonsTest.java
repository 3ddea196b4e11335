package io.gradio4j.components.button;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradio4j.ApiVisibility;
import io.gradio4j.BlockAccess;
import io.gradio4j.FileData;
import io.gradio4j.ListenerDefinition;
import io.gradio4j.OAuthProfile;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Buttons that know what to do. */
class ReadyButtonsTest {

    private static final String LOOK = "link=null, link_target=_self, visible=true, interactive=true, ";

    private static String config(BaseButton<?> button) {
        var defaults = BlockAccess.defaults(button);
        return defaults.names().stream().map(name -> name + "=" + (defaults.get(name) instanceof FileData ? "file" : defaults.get(name)))
                .collect(Collectors.joining(", "));
    }

    private static String js(ListenerDefinition listener) {
        return listener.js().orElseThrow();
    }

    @Test
    void haveThePropertiesOfTheConfig() {
        assertThat(config(new DuplicateButton())).isEqualTo("value=Duplicate Space, variant=huggingface, size=sm, icon=null, " + LOOK
                + "elem_id=null, elem_classes=[], key=null, preserved_by_key=[value], scale=0, min_width=null");
        assertThat(config(new DeepLinkButton())).isEqualTo("value=Share via Link, variant=secondary, size=lg, icon=file, " + LOOK
                + "elem_id=gradio-share-link-button-0, elem_classes=[], key=null, preserved_by_key=[value], scale=null, min_width=null, copied_value=Link Copied!");
        assertThat(config(new LoginButton())).isEqualTo("value=Sign in with Hugging Face, variant=huggingface, size=lg, icon=file, " + LOOK
                + "elem_id=null, elem_classes=[], key=null, preserved_by_key=[value], scale=null, min_width=null, logout_value=Logout ({})");
        assertThat(new LoginButton().type()).isEqualTo("button");
    }

    @Test
    void duplicateButtonWorksInASpaceOnly() {
        assertThat(new DuplicateButton(Optional.empty()).listeners()).isEmpty();
        assertThat(new DuplicateButton(Optional.of("'+evil+'")).listeners()).isEmpty();
        assertThat(new DuplicateButton(Optional.of("ada/engine")).listeners()).singleElement().satisfies(listener -> {
            assertThat(js(listener)).contains("'https://huggingface.co/spaces/ada/engine?duplicate=true'");
            assertThat(listener.apiVisibility()).isEqualTo(ApiVisibility.PRIVATE);
        });
    }

    @Test
    void deepLinkButtonSaysThatTheLinkIsCopiedAndThenItsOwnCaption() {
        var button = new DeepLinkButton("Share \"it\"").copiedValue("Done </script>");
        assertThat(button.properties()).containsEntry("copied_value", "Done </script>");
        assertThat(button.listeners()).singleElement().satisfies(copy -> {
            assertThat(js(copy)).contains("gradio_api/deep_link?session_hash=").endsWith("return \"Done </script>\";\n}");
            assertThat(copy.outputs()).containsExactly(button);
            assertThat(copy.followers()).singleElement().satisfies(again -> {
                assertThat(js(again)).contains("over(\"Share \\\"it\\\"\")");
                assertThat(again.outputs()).containsExactly(button);
            });
        });
    }

    @Test
    void loginButtonLeadsThereAndSaysWhoIsSignedIn() throws Exception {
        var button = new LoginButton("Sign in").logoutValue("Leave, {}");
        assertThat(button.listeners()).singleElement().satisfies(click -> assertThat(js(click)).contains("caption === \"Sign in\" ? 'login/huggingface' : 'logout'"));
        var source = button.valueSource();
        assertThat(source).isNotNull();
        assertThat(source.function().apply(new Object[] {Optional.empty()})).isEqualTo("Sign in");
        var ada = new OAuthProfile("Ada L", "ada", "", "", JsonValue.EMPTY_JSON_OBJECT);
        assertThat(source.function().apply(new Object[] {Optional.of(ada)})).isEqualTo("Leave, ada");
    }
}
