@NullMarked
package dev.corbel.providers.aws.route53;

import org.jspecify.annotations.NullMarked;
