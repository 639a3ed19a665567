/** What is written reads back, and nothing hostile gets in. */
@NullMarked
@CheckReturnValue
package dev.drover.api.json;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
