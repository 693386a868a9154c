/** The adapter over real HTTP, between a signer and a stand-in for Slack's Web API that share no code with it. */
@NullMarked
package org.secondlook.slack;

import org.jspecify.annotations.NullMarked;
