/** Who a request comes from, and what that person may do: passwords, tokens, roles, signing in with an identity provider. */
@NullMarked
package io.gradio4j.impl.auth;

import org.jspecify.annotations.NullMarked;
