/** Real servers for tests: machines of systemd-nspawn that are reached over SSH, and loads on what they serve. */
@NullMarked
package dev.corbel.emulators.hosts;

import org.jspecify.annotations.NullMarked;
