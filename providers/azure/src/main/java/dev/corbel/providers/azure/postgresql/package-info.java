/** PostgreSQL servers, their databases and their parameters. */
@NullMarked
package dev.corbel.providers.azure.postgresql;

import org.jspecify.annotations.NullMarked;
