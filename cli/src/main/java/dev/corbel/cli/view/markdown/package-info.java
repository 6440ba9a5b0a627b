/** A plan as a comment on a pull request. */
@NullMarked
package dev.corbel.cli.view.markdown;

import org.jspecify.annotations.NullMarked;
