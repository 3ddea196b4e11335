package io.gradio4j.components.button;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradio4j.ApiVisibility;
import io.gradio4j.BlockAccess;
import io.gradio4j.FileData;
import io.gradio4j.ListenerDefinition;
import io.gradio4j.OAuthProfile;
import io.gradio4j.components.ComponentContract;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Buttons that know what to do. */
class ReadyButtonsTest {

    private static final String LOOK = "link: null, link_target: \"_self\", visible: true, interactive: true, ";

    /** What holds for their captions as for those of any button. */
    private abstract static class Ready extends ComponentContract {

        private final Supplier<BaseButton<?>> made;
        private final String config;
        private final String caption;

        Ready(Supplier<BaseButton<?>> made, String caption, String config) {
            this.made = made;
            this.caption = caption;
            this.config = "value: \"" + caption + "\", " + config;
        }

        @Override
        protected BaseButton<?> fresh() {
            return made.get();
        }

        @Override
        protected String config() {
            var icon = BlockAccess.defaults(fresh()).get("icon");
            return config.replace("icon: file", "icon: " + icon);
        }

        @Override
        protected List<String> events() {
            return List.of("change", "click");
        }

        @Override
        protected Map.Entry<String, String> schemaAndExample() {
            return Map.entry("{\"type\":\"string\"}", "\"" + caption + "\"");
        }

        @Override
        protected Map<String, Object> roundTrips() {
            return Map.of("\"Go\"", "Go", "\"\"", "");
        }

        @Override
        protected List<String> refused() {
            return List.of("{}", "3", "[\"Go\"]");
        }

        @Test
        void isNoParameterOfAnEndpoint() {
            assertThat(BlockAccess.skipApi(fresh())).isTrue();
            assertThat(fresh().type()).isEqualTo("button");
        }

        @Test
        void hasItsPicture() {
            assertThat(BlockAccess.defaults(fresh()).get("icon") instanceof FileData picture ? String.valueOf(picture.url()) : "none")
                    .startsWith(config.contains("icon: file") ? "data:image/svg+xml;base64," : "none");
        }
    }

    @Nested
    class Duplicate extends Ready {
        Duplicate() {
            super(DuplicateButton::new, "Duplicate Space", "variant: \"huggingface\", size: \"sm\", icon: null, " + LOOK
                    + "elem_id: null, elem_classes: [], key: null, preserved_by_key: [\"value\"], scale: 0, min_width: null");
        }
    }

    @Nested
    class DeepLink extends Ready {
        DeepLink() {
            super(DeepLinkButton::new, "Share via Link", "variant: \"secondary\", size: \"lg\", icon: file, " + LOOK
                    + "elem_id: \"gradio-share-link-button-0\", elem_classes: [], key: null, preserved_by_key: [\"value\"], scale: null, min_width: null, "
                    + "copied_value: \"Link Copied!\"");
        }
    }

    @Nested
    class Login extends Ready {
        Login() {
            super(LoginButton::new, "Sign in with Hugging Face", "variant: \"huggingface\", size: \"lg\", icon: file, " + LOOK
                    + "elem_id: null, elem_classes: [], key: null, preserved_by_key: [\"value\"], scale: null, min_width: null, logout_value: \"Logout ({})\"");
        }
    }

    private static String js(ListenerDefinition listener) {
        return listener.js().orElseThrow();
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
