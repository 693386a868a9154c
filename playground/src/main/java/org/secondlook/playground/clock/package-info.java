/** The case clock that the application offers, with which chat messages are stamped. */
@NullMarked
package org.secondlook.playground.clock;

import org.jspecify.annotations.NullMarked;
