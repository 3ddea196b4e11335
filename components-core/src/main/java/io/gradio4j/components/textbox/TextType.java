package io.gradio4j.components.textbox;

/** What kind of text a field takes. */
public enum TextType {
    /** Any text. */
    TEXT,
    /** A secret: the characters are not shown. One line. */
    PASSWORD,
    /** An e-mail address: the browser suggests some. One line. */
    EMAIL
}
