/** What the tests of the playground share: a stand-in for the bot and a running playground. */
@NullMarked
package org.secondlook.playground.trial;

import org.jspecify.annotations.NullMarked;
