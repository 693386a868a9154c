/** Requests to the Bot Connector service, and what its answers mean. */
@NullMarked
package org.secondlook.teams.connector;

import org.jspecify.annotations.NullMarked;
