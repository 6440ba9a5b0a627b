/** The template syntax of Terraform, and the expressions in it. */
@NullMarked
package dev.corbel.dsl.template;

import org.jspecify.annotations.NullMarked;
