/** The jar as separate processes, as on a real fleet. */
@NullMarked
@CheckReturnValue
package dev.drover.cli.processes;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
