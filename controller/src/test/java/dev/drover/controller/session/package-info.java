/** Tests of the agents' sessions, whatever carries them. */
@NullMarked
@CheckReturnValue
package dev.drover.controller.session;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
