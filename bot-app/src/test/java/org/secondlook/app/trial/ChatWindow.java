package org.secondlook.app.trial;

import org.openqa.selenium.WebElement;
import org.secondlook.playground.trial.Browser;

/** The chat client of one person on the page. Each step waits until what it needs is there. */
public abstract class ChatWindow {

    protected final Browser browser;
    protected final String window;

    protected ChatWindow(Browser browser, String person) {
        this.browser = browser;
        this.window = "[data-testid=window][data-person=" + person + "] ";
    }

    /** Begins a difference of view. */
    public abstract ChatWindow begins();

    /** Opens the chat with the bot, or the channel of that name. */
    public abstract ChatWindow goesTo(String conversation);

    /** Where the screen of a conversation with the bot stands. */
    protected abstract String screen();

    /** Waits for a screen that says this. */
    public ChatWindow sees(String text) {
        browser.find(screen(), text);
        return this;
    }

    /** Chooses an option by its words. */
    public ChatWindow chooses(String option) {
        browser.find(screen() + " label", option).click();
        return this;
    }

    /** Chooses from a list that opens. */
    public abstract ChatWindow picks(String field, String option);

    /** Writes in the field of this name. */
    public ChatWindow writes(String field, String text) {
        WebElement input = field(field, "textarea, input:not([type=radio]):not([type=checkbox])");
        input.clear();
        input.sendKeys(text);
        return this;
    }

    /** Presses a button of the screen. */
    public ChatWindow presses(String button) {
        browser.find(screen() + " button", button).click();
        return this;
    }

    /** Presses a button of the latest message that has it. */
    public ChatWindow pressesInMessage(String message, String button) {
        browser.find(window + "[data-testid=message]", message);
        return this;
    }

    protected WebElement field(String name, String input) {
        throw new UnsupportedOperationException(name + input);
    }
}
