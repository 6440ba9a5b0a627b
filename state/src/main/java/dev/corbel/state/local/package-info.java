/** State in files beside the project. */
@NullMarked
package dev.corbel.state.local;

import org.jspecify.annotations.NullMarked;
