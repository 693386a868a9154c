/** The HTTP interface behind the web page: people, what their clients show, and the case clock. */
@NullMarked
package org.secondlook.playground.page;

import org.jspecify.annotations.NullMarked;
