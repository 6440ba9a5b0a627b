/** The provider contract of the types of PostgreSQL. */
@NullMarked
package dev.corbel.providers.onprem.postgresql;

import org.jspecify.annotations.NullMarked;
