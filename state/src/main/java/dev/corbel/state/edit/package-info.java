/** What people do to state by hand, as changes. */
@NullMarked
package dev.corbel.state.edit;

import org.jspecify.annotations.NullMarked;
