/** What the server keeps for each page: state, changed blocks, and messages on their way. */
@NullMarked
package io.gradio4j.impl.session;

import org.jspecify.annotations.NullMarked;
