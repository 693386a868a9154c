/** The one path by which anything changes: a turn is loaded, decided, committed and answered. */
@NullMarked
package org.secondlook.core.turn;

import org.jspecify.annotations.NullMarked;
