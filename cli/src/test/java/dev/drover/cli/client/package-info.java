/** Who is asked, and what is said when nobody answers. */
@NullMarked
@CheckReturnValue
package dev.drover.cli.client;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
