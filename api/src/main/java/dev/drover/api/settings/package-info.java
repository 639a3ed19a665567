/** The named parameters of the agents: how they probe, judge, carry requests and report. */
@NullMarked
@CheckReturnValue
package dev.drover.api.settings;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
