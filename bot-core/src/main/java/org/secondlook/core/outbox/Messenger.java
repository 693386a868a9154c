package org.secondlook.core.outbox;

import java.util.List;
import org.secondlook.core.directory.Platform;

/** Sends letters on one platform. Never retries by itself: the outbox does. */
public interface Messenger {

    Platform platform();

    /** The limits of the platform that a letter falls under, as it publishes them, less what else the bot sends there. */
    List<Flow> flows(Letter letter);

    /** Hands a letter to the platform, once. */
    Delivery send(Letter letter);
}
