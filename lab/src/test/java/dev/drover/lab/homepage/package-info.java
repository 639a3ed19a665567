/** What the homepage of a region promises, over real sockets and in virtual time. */
@NullMarked
@CheckReturnValue
package dev.drover.lab.homepage;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
