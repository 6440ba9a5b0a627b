/** What programs read: plan, state and events in Terraform's formats. */
@NullMarked
package dev.corbel.cli.json;

import org.jspecify.annotations.NullMarked;
