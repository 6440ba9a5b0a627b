/** The promises, shown with real processes, real files and a service that fails. docs/promises.md says how to run more of it. */
@NullMarked
package dev.corbel.cli.proof;

import org.jspecify.annotations.NullMarked;
