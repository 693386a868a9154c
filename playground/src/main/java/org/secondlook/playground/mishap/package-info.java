/** Everything that can go wrong between a platform and the bot, on demand; and what came through nevertheless. */
@NullMarked
package org.secondlook.playground.mishap;

import org.jspecify.annotations.NullMarked;
