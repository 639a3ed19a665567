/** The election by a latch in ZooKeeper. */
@NullMarked
@CheckReturnValue
package dev.drover.controller.election.zookeeper;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
