package org.secondlook.app.architecture.planted.playground;

import org.secondlook.app.architecture.planted.app.Application;

public class SeesTheApplication {
    Application application = new Application();
}
