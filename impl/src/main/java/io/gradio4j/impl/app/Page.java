package io.gradio4j.impl.app;

import jakarta.json.JsonObject;
import java.util.Set;

/**
 * One page of an app. Immutable.
 *
 * @param path its path below the app's, without slashes; an empty string for the main page
 * @param config the config as this page gets it, without what depends on the request
 * @param listeners the numbers of the listeners that belong to it
 */
public record Page(String path, JsonObject config, Set<Integer> listeners) {
}
