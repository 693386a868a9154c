package org.secondlook.app.architecture.planted.teams;

import org.secondlook.app.architecture.planted.app.Application;

class SeesTheApplication {
    Application application = new Application();
}
