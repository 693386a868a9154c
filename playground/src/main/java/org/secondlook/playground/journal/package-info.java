/** What the fakes remember, kept in one file so that chat history survives a restart. */
@NullMarked
package org.secondlook.playground.journal;

import org.jspecify.annotations.NullMarked;
