/** What is drawn, approved; and Slack's limits. */
@NullMarked
package org.secondlook.slack.blockkit;

import org.jspecify.annotations.NullMarked;
