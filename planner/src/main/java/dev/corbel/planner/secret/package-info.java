/** Generated secrets: values that nothing keeps, made while an apply runs for the write-only attributes that take them. */
@NullMarked
package dev.corbel.planner.secret;

import org.jspecify.annotations.NullMarked;
