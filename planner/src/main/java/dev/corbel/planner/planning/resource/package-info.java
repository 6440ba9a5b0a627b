/** Plans declared resources: adoption, the decision about an object, and refusals to destroy it. */
@NullMarked
package dev.corbel.planner.planning.resource;

import org.jspecify.annotations.NullMarked;
