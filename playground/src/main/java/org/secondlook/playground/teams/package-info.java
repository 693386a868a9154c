/** A fake Teams: its token endpoint, its Connector service, its activities to the bot and what a person does in the client. */
@NullMarked
package org.secondlook.playground.teams;

import org.jspecify.annotations.NullMarked;
