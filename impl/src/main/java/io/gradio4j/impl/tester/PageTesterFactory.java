package io.gradio4j.impl.tester;

import io.gradio4j.AppTester;
import io.gradio4j.GradioApp;

/** Makes testers for {@link AppTester#of}. */
public final class PageTesterFactory implements AppTester.Factory {

    /** For the service loader. */
    public PageTesterFactory() {
    }

    @Override
    public AppTester open(GradioApp app) {
        return new PageTester(app);
    }
}
