/** A controller, assembled: start reading at {@link dev.drover.controller.loop.SteeringLoop}. */
@NullMarked
@CheckReturnValue
package dev.drover.controller;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
