/** What people and programs ask of a controller over HTTP: the port behind it. */
@NullMarked
@CheckReturnValue
package dev.drover.controller.rest;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
