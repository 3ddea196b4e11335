package io.gradio4j;

/**
 * Stands in a property that is a list for the number that the config gives to another block; {@code null} when that is on no page.
 *
 * @param block the other block
 */
public record BlockNumber(Block block) {
}
