/** A ZooKeeper ensemble as its clients see it: sessions, transactions, watches, elections, and what goes wrong. */
@NullMarked
@CheckReturnValue
package dev.drover.simulation.ensemble;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
