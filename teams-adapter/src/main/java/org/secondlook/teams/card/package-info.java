/** Views drawn as Adaptive Cards, and what comes back when a button of one is pressed. */
@NullMarked
package org.secondlook.teams.card;

import org.jspecify.annotations.NullMarked;
