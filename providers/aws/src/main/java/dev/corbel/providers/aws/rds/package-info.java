/** RDS: databases. */
@NullMarked
package dev.corbel.providers.aws.rds;

import org.jspecify.annotations.NullMarked;
