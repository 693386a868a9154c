/** Slack's documented rules for blocks and views. */
@NullMarked
package org.secondlook.playground.slack.blockkit;

import org.jspecify.annotations.NullMarked;
