package com.example.reviews;

import com.example.rating.Rating;
import io.gradio4j.AppPath;
import io.gradio4j.Blocks;
import io.gradio4j.GradioApp;
import io.gradio4j.components.textbox.Textbox;

/** An app made of what other jars bring: the component of one and the theme of another. */
@AppPath("/reviews")
public final class ReviewsApp implements GradioApp {

    /** For the service loader. */
    public ReviewsApp() {
    }

    @Override
    public Blocks build() {
        var stars = new Rating("Your rating").max(10);
        var worst = new Rating("The worst so far");
        var verdict = new Textbox("Verdict");
        stars.onChange().inputs(stars).outputs(verdict).apiName("judge").run(n -> n + " of 10 stars");
        stars.onSelect().inputs(stars, worst).outputs(worst).apiName("worst").run((n, before) -> Math.min(n, before));
        return Blocks.of(stars, worst, verdict).title("Reviews").theme("corporate");
    }
}
