package io.gradio4j.gallery.samples.layouts;

import io.gradio4j.AppPath;
import io.gradio4j.Block;
import io.gradio4j.Blocks;
import io.gradio4j.Column;
import io.gradio4j.components.markdown.Markdown;
import io.gradio4j.components.navbar.Navbar;
import io.gradio4j.gallery.Sample;
import jakarta.enterprise.context.ApplicationScoped;

/** An app of two pages, with one more link in the bar. */
@ApplicationScoped
@AppPath("/components/navbar")
public class NavbarSample extends Sample {

    @Override
    protected String about() {
        return "The bar that links the pages of an app; this component changes what it says.";
    }

    @Override
    protected Block live() {
        return new Column(
                new Navbar(new Navbar.Link("Java", "https://dev.java/")).mainPageName("Sample"),
                new Markdown("The bar at the top leads to this app's second page, and to another site."));
    }

    @Override
    public Blocks build() {
        return super.build().route("Second page", new Navbar().mainPageName("Sample"), new Markdown("# Second page\n\nThe bar leads back."));
    }
}
