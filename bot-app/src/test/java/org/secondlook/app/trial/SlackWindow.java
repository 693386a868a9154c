package org.secondlook.app.trial;

import java.util.List;
import org.openqa.selenium.WebElement;
import org.secondlook.playground.trial.Browser;

/** Somebody in Slack: what the bot asks stands in modals and in the home tab. */
public final class SlackWindow extends ChatWindow {

    public SlackWindow(Browser browser, String person) {
        super(browser, person);
    }

    @Override
    public Chat goesToTheBot() {
        clickOn("[data-testid=open-app]", "Second Look");
        clickOn("[data-testid=tab-messages]", "Messages");
        return this;
    }

    /** Goes to the home tab of the bot. */
    public SlackWindow goesHome() {
        clickOn("[data-testid=open-app]", "Second Look");
        clickOn("[data-testid=tab-home]", "Home");
        return this;
    }

    @Override
    public void begins() {
        goesHome().presses("Raise a difference of view");
    }

    @Override
    protected List<WebElement> screens() {
        List<WebElement> modals = all("[data-testid=modal]");
        return modals.isEmpty() ? all("[data-testid=home]") : modals;
    }
}
