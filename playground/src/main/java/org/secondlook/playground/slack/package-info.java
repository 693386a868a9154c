/** A fake Slack: its Web API, its Block Kit limits, its signed requests to the bot and what a person does in the client. */
@NullMarked
package org.secondlook.playground.slack;

import org.jspecify.annotations.NullMarked;
