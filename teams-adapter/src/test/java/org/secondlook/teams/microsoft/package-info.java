/** Stand-ins for the services of Microsoft, written from their documentation and from nothing of ours. */
@NullMarked
package org.secondlook.teams.microsoft;

import org.jspecify.annotations.NullMarked;
