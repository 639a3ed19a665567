/** What may stand in texts that people read: in orders, error messages and logs. */
@NullMarked
@CheckReturnValue
package dev.drover.api.text;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
