/** Documents and events for programs, in Terraform's formats. */
@NullMarked
package dev.corbel.cli.json;

import org.jspecify.annotations.NullMarked;
