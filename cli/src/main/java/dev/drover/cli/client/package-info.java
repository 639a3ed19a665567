/** Asks controllers over REST, and says clearly why none answered or one refused. */
@NullMarked
@CheckReturnValue
package dev.drover.cli.client;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
