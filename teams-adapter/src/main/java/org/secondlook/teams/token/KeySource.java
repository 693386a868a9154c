package org.secondlook.teams.token;

import java.io.IOException;
import java.util.List;

/** Where signing keys are published. */
interface KeySource {

    /** Every key that is published now. */
    List<SigningKey> fetch() throws IOException;
}
