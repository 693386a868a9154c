package org.secondlook.app.architecture.planted.slack;

import org.secondlook.app.architecture.planted.playground.SeesTheApplication;

class SeesThePlayground {
    SeesTheApplication playground = new SeesTheApplication();
}
