/** What the tests of several modules stand on. */
@NullMarked
package io.gradio4j.testing;

import org.jspecify.annotations.NullMarked;
