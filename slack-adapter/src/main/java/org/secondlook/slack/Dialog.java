package org.secondlook.slack;

import org.jspecify.annotations.Nullable;

/**
 * A modal that stands before somebody.
 *
 * @param hash names its state, so that an answer that comes late replaces nothing newer
 */
record Dialog(String id, @Nullable String hash) {}
