/** What is remembered outside any controller: the port, and what goes through it. */
@NullMarked
@CheckReturnValue
package dev.drover.controller.store;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
