package org.secondlook.app;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.secondlook.app.trial.Chat;
import org.secondlook.app.trial.Northshire;
import org.secondlook.app.trial.Page;
import org.secondlook.core.directory.Platform;
import org.secondlook.playground.trial.Browser;

/** In a browser, on the page of the playground. */
class StoriesOnThePageIT extends Stories {

    @RegisterExtension
    static final Browser browser = new Browser();

    @TempDir
    private Path data;

    private Page page;

    @BeforeEach
    void start() {
        page = Page.start(browser, data);
    }

    @AfterEach
    void stop() {
        page.close();
    }

    @Override
    Chat person(String name) {
        return Northshire.identity(name).platform() == Platform.SLACK ? page.slack(name) : page.teams(name);
    }

    @Override
    void show(String... people) {
        page.show("northshire", people);
    }

    @Override
    void letTimePass() {
        page.nextReminder();
    }

    @Override
    LocalDate tuesday() {
        return page.tuesday();
    }

    @Override
    void picture(String name) {
        page.picture(name);
    }
}
