/** Rules for Adaptive Cards as Teams takes them, and what a person fills in on one. */
@NullMarked
package org.secondlook.playground.teams.card;

import org.jspecify.annotations.NullMarked;
