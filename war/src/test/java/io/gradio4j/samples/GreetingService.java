package io.gradio4j.samples;

import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class GreetingService {

    String greet(String name) {
        return "Hello, " + name;
    }
}
