/** The backend of an environment's state, and the checks that its state is the one this project goes on from. */
@NullMarked
package dev.corbel.engine.backend;

import org.jspecify.annotations.NullMarked;
