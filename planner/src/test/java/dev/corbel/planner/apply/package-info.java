@NullMarked
package dev.corbel.planner.apply;

import org.jspecify.annotations.NullMarked;
