package io.gradio4j.components.navbar;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradio4j.BlockAccess;
import io.gradio4j.Visibility;
import io.gradio4j.components.ComponentContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NavbarTest extends ComponentContract {

    @Override
    protected Navbar fresh() {
        return new Navbar();
    }

    @Override
    protected String config() {
        return "value: null, visible: true, main_page_name: \"Home\", elem_id: null, elem_classes: [], key: null";
    }

    @Override
    protected List<String> events() {
        return List.of("change");
    }

    @Override
    protected Map.Entry<String, String> schemaAndExample() {
        return Map.entry("{}", "null");
    }

    @Override
    protected Map<String, Object> roundTrips() {
        return Map.of("[[\"About\",\"about\"],[\"Source\",\"https://example.org\"]]",
                List.of(new Navbar.Link("About", "about"), new Navbar.Link("Source", "https://example.org")), "[]", List.of());
    }

    @Override
    protected List<String> refused() {
        return List.of("3", "[\"About\"]", "[[\"About\"]]", "[[\"About\",3]]");
    }

    @Test
    void mayHideItselfOrTheMainPage() {
        assertThat(new Navbar().visible(false).properties()).containsEntry("visible", "hidden");
        assertThat(new Navbar().visible(Visibility.REMOVED).properties()).containsEntry("visible", "hidden");
        assertThat(new Navbar().visible(Visibility.SHOWN).properties()).containsEntry("visible", true);
        assertThat(new Navbar().withoutMainPage().properties()).containsEntry("main_page_name", false);
        assertThat(new Navbar().mainPageName("Start").properties()).containsEntry("main_page_name", "Start");
    }

    @Test
    void isThereOnceOnAPage() {
        assertThat(BlockAccess.oneOnAPage(new Navbar())).isTrue();
    }
}
