/** What agents say to this controller and what it says to them, whatever carries it. */
@NullMarked
@CheckReturnValue
package dev.drover.controller.session;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
