/** Kills, cuts and storms against real processes, and what nevertheless has to be true afterwards. */
@NullMarked
package org.secondlook.faults;

import org.jspecify.annotations.NullMarked;
