/** Uses everything once, so that the launcher's class archive holds what commands on AWS load. */
@NullMarked
package dev.corbel.providers.aws.cds;

import org.jspecify.annotations.NullMarked;
