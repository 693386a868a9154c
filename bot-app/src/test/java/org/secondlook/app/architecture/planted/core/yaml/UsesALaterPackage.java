package org.secondlook.app.architecture.planted.core.yaml;

import org.secondlook.app.architecture.planted.core.casework.ReadsTheSystemClock;

class UsesALaterPackage {
    ReadsTheSystemClock later = new ReadsTheSystemClock();
}
