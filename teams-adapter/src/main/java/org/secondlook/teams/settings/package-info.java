/** What an operator sets for Teams: registrations, where keys and tokens come from, and where we may send. */
@NullMarked
package org.secondlook.teams.settings;

import org.jspecify.annotations.NullMarked;
