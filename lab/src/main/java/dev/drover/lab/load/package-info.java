/** Users in the large: requests that go out on schedule, whatever the answers do, and what became of them. */
@NullMarked
@CheckReturnValue
package dev.drover.lab.load;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
