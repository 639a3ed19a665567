/** What happened in a run: facts for the checkers, sentences for people. */
@NullMarked
@CheckReturnValue
package dev.drover.simulation.history;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
