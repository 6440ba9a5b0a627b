/** Shows the results of policies: to people, to auditors and to programs. */
@NullMarked
package dev.corbel.cli.policy;

import org.jspecify.annotations.NullMarked;
