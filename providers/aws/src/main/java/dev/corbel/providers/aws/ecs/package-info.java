/** Types of the Elastic Container Service. */
@NullMarked
package dev.corbel.providers.aws.ecs;

import org.jspecify.annotations.NullMarked;
