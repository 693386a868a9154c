package org.secondlook.app.architecture.planted.store;

import org.secondlook.app.architecture.planted.app.Application;

class SeesTheApplication {
    Application application = new Application();
}
