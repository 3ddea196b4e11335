/**
 * The security rules, one class for each, with what attackers try. {@code RuleNN…} interfaces are run on every server, {@code RuleNN…IT}
 * classes on the embedded one with an app of their own.
 *
 * <p>Open until there are such components: pixels, frames and unpacked sizes of pictures (rule 6), formulas in CSV (rule 9).
 */
package io.gradio4j.war.security;
