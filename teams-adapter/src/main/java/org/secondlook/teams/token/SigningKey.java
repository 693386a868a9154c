package org.secondlook.teams.token;

import java.security.interfaces.RSAPublicKey;
import java.util.Set;

/**
 * A key with which the Bot Connector service signs.
 *
 * @param endorsements the channels for which it may sign
 */
record SigningKey(String id, RSAPublicKey key, Set<String> endorsements) {

    SigningKey {
        endorsements = Set.copyOf(endorsements);
    }
}
