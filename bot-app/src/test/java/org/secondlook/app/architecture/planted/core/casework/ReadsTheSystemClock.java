package org.secondlook.app.architecture.planted.core.casework;

import java.time.Instant;

public class ReadsTheSystemClock {
    Instant read = Instant.now();
}
