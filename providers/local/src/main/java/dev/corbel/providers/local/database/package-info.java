/** PostgreSQL servers as resources. */
@NullMarked
package dev.corbel.providers.local.database;

import org.jspecify.annotations.NullMarked;
