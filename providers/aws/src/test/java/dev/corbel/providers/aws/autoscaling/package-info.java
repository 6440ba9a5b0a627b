@NullMarked
package dev.corbel.providers.aws.autoscaling;

import org.jspecify.annotations.NullMarked;
