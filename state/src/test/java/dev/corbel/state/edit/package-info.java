@NullMarked
package dev.corbel.state.edit;

import org.jspecify.annotations.NullMarked;
