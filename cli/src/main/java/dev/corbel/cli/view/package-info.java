/** What people read: problems, plans, progress. */
@NullMarked
package dev.corbel.cli.view;

import org.jspecify.annotations.NullMarked;
