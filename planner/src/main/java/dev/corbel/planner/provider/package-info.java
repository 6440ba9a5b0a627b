/** What the provider blocks of a definition come to. */
@NullMarked
package dev.corbel.planner.provider;

import org.jspecify.annotations.NullMarked;
