/** State in a table of PostgreSQL. */
@NullMarked
package dev.corbel.state.postgres;

import org.jspecify.annotations.NullMarked;
