/** What is known to exist: snapshot, journal, locks and backends. */
@NullMarked
package dev.corbel.state;

import org.jspecify.annotations.NullMarked;
