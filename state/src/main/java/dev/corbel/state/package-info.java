/** The state of environments: snapshot, journal, locks and backends. */
@NullMarked
package dev.corbel.state;

import org.jspecify.annotations.NullMarked;
