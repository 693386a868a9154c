package org.secondlook.core.outbox;

import org.secondlook.core.directory.Platform;

/** Sends letters on one platform. Never retries by itself: the outbox does. */
public interface Messenger {

    Platform platform();

    /** Hands a letter to the platform, once. */
    Delivery send(Letter letter);
}
