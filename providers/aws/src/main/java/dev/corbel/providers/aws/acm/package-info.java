/** Certificates for load balancers and the like. */
@NullMarked
package dev.corbel.providers.aws.acm;

import org.jspecify.annotations.NullMarked;
