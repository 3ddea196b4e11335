/** The files of an app: names, cache, what may be read by whom, and what clients name by URL. Knows no HTTP server. */
@NullMarked
package io.gradio4j.impl.file;

import org.jspecify.annotations.NullMarked;
