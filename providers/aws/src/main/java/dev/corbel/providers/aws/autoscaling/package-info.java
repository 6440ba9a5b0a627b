/** Types of Application Auto Scaling. */
@NullMarked
package dev.corbel.providers.aws.autoscaling;

import org.jspecify.annotations.NullMarked;
