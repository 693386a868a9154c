package org.secondlook.app.trial;

import java.util.List;
import org.openqa.selenium.WebElement;
import org.secondlook.playground.trial.Browser;

/** Somebody in Teams: what the bot asks stands in cards of the chat, or in a dialog. */
public final class TeamsWindow extends ChatWindow {

    public TeamsWindow(Browser browser, String person) {
        super(browser, person);
    }

    @Override
    public Chat goesToTheBot() {
        clickOn("[data-testid=open-app]", "Second Look");
        return this;
    }

    @Override
    public void begins() {
        goesToTheBot().pressesIn("I help people from different agencies", "Raise a difference of view");
    }

    @Override
    protected List<WebElement> screens() {
        List<WebElement> dialogs = all("[data-testid=dialog]");
        return dialogs.isEmpty() ? all("[data-testid=message]") : dialogs;
    }
}
