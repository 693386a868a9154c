package org.secondlook.app.architecture.planted.app;

import org.springframework.beans.factory.annotation.Autowired;

class TakesWhatItsConstructorHides {
    @Autowired
    Application hidden = new Application();
}
