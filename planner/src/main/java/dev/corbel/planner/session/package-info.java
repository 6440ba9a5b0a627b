/** The provider sessions of a run, and their failures without the secrets that these quote. */
@NullMarked
package dev.corbel.planner.session;

import org.jspecify.annotations.NullMarked;
