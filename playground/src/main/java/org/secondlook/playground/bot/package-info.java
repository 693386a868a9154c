/** The bot under trial, reached over HTTP as Slack and Teams reach it. */
@NullMarked
package org.secondlook.playground.bot;

import org.jspecify.annotations.NullMarked;
