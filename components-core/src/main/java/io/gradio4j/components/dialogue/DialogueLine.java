package io.gradio4j.components.dialogue;

/**
 * What somebody says in a {@link Dialogue}.
 *
 * @param speaker who
 * @param text what
 */
public record DialogueLine(String speaker, String text) {
}
