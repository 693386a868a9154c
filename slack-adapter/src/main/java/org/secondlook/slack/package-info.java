/** Slack payloads in, Block Kit out. */
@NullMarked
package org.secondlook.slack;

import org.jspecify.annotations.NullMarked;
