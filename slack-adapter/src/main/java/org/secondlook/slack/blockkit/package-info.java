/** Views drawn in Slack's Block Kit, and what its inputs hold read back. */
@NullMarked
package org.secondlook.slack.blockkit;

import org.jspecify.annotations.NullMarked;
