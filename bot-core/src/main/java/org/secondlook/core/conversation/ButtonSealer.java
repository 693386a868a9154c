package org.secondlook.core.conversation;

import java.util.Optional;

/**
 * Seals what a button carries, so that no client can read or change it (security.md T11). The key is kept outside the
 * store.
 */
public interface ButtonSealer {

    /** Characters that are safe in a URL, at most a third longer than the plain text and some overhead. */
    String seal(String plain);

    /** What was sealed; nothing if it was not sealed here. */
    Optional<String> open(String sealed);
}
