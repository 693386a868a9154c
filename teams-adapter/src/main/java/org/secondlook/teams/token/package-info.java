/** Tokens: whether those that Teams brings are good, and those that we bring. */
@NullMarked
package org.secondlook.teams.token;

import org.jspecify.annotations.NullMarked;
