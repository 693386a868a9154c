package org.secondlook.app.trial;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;
import org.secondlook.playground.trial.Browser;

/**
 * The chat client of one person on the page, used as a person does: by what it says. Every step waits until what it needs
 * is there.
 */
public abstract class ChatWindow implements Chat {

    private final Browser browser;
    private final String window;

    protected ChatWindow(Browser browser, String person) {
        this.browser = browser;
        this.window = "[data-testid=window][data-person=" + person + "] ";
    }

    /** What can be filled in and pressed now, the latest of several last. */
    protected abstract List<WebElement> screens();

    @Override
    public Chat goesToChannel(String name) {
        clickOn("[data-testid=open-conversation]", name);
        return this;
    }

    @Override
    public Chat sees(String text) {
        attempt("see '" + text + "'", () -> screen(text).isPresent());
        return this;
    }

    @Override
    public Chat reads(String text) {
        attempt("read '" + text + "'", () -> message(text).isPresent());
        return this;
    }

    @Override
    public boolean soonReads(String text) {
        return browser.comesTrue(Duration.ofSeconds(3), () -> message(text).isPresent());
    }

    @Override
    public Chat answers(String field, String answer) {
        attempt("answer '" + field + "'", () -> {
            Optional<WebElement> found = field(field);
            found.ifPresent(its -> fill(its, answer));
            return found.isPresent();
        });
        return this;
    }

    @Override
    public Chat presses(String button) {
        attempt(
                "press '" + button + "'",
                () -> screens().stream()
                        .flatMap(screen -> buttons(screen, button))
                        .reduce((one, later) -> later)
                        .map(ChatWindow::click)
                        .isPresent());
        return this;
    }

    @Override
    public Chat pressesIn(String message, String button) {
        attempt(
                "press '" + button + "' of '" + message + "'",
                () -> message(message)
                        .flatMap(its -> buttons(its, button).findFirst())
                        .map(ChatWindow::click)
                        .isPresent());
        return this;
    }

    /** Whether a button stands there now. */
    public boolean offers(String button) {
        return screens().stream()
                .flatMap(screen -> buttons(screen, button))
                .findAny()
                .isPresent();
    }

    @Override
    public Chat closes() {
        attempt("close", () -> {
            List<WebElement> open = all("[data-testid=modal-close], [data-testid=dialog-close]");
            open.stream().reduce((one, later) -> later).ifPresent(ChatWindow::click);
            return open.isEmpty();
        });
        return this;
    }

    protected List<WebElement> all(String css) {
        return browser.all(window + css);
    }

    protected void clickOn(String css, String text) {
        attempt(
                "click on '" + text + "'",
                () -> all(css).stream()
                        .filter(element -> element.getText().contains(text))
                        .findFirst()
                        .map(ChatWindow::click)
                        .isPresent());
    }

    private Optional<WebElement> screen(String text) {
        return screens().stream()
                .filter(screen -> screen.getText().contains(text))
                .findFirst();
    }

    private Optional<WebElement> message(String text) {
        return all("[data-testid=message]").stream()
                .filter(message -> message.getText().contains(text))
                .reduce((one, later) -> later);
    }

    private Optional<WebElement> field(String name) {
        return screens().stream()
                .flatMap(screen -> screen.findElements(By.cssSelector("[data-field]")).stream())
                .filter(field -> field.findElements(By.cssSelector("legend, label")).stream()
                        .findFirst()
                        .filter(label -> label.getText().startsWith(name))
                        .isPresent())
                .reduce((one, later) -> later);
    }

    private void fill(WebElement field, String answer) {
        Optional<WebElement> list = first(field, "select");
        Optional<WebElement> search = first(field, "[role=combobox]");
        Optional<WebElement> date = first(field, "input[type=date], input[type=time]");
        if (list.isPresent()) {
            choose(list.get(), answer);
        } else if (search.isPresent()) {
            search.get().clear();
            search.get().sendKeys(answer);
            clickOn("[role=option]", answer);
        } else if (date.isPresent()) {
            set(date.get(), answer);
        } else if (first(field, "input[type=radio], input[type=checkbox]").isPresent()) {
            tick(field, answer);
        } else {
            WebElement text = first(field, "textarea, input").orElseThrow();
            text.clear();
            text.sendKeys(answer);
        }
    }

    private static void choose(WebElement list, String answer) {
        Select select = new Select(list);
        select.getOptions().stream()
                .filter(option -> option.getText().startsWith(answer))
                .findFirst()
                .ifPresent(option -> select.selectByVisibleText(option.getText()));
    }

    private static void tick(WebElement field, String answer) {
        WebElement label = field.findElements(By.cssSelector(".choice label")).stream()
                .filter(its -> its.getText().startsWith(answer))
                .findFirst()
                .orElseThrow(() -> new ElementNotInteractableException("Expected option " + answer));
        if (!field.findElement(By.id(String.valueOf(label.getAttribute("for")))).isSelected()) {
            label.click();
        }
    }

    /** A date or time as the picker would set it: its typing differs with the language of the browser. */
    private void set(WebElement date, String answer) {
        browser.run(
                "const [i, v] = arguments; i.value = v;"
                        + "for (const e of ['input', 'change']) i.dispatchEvent(new Event(e, {bubbles: true}))",
                date,
                answer);
    }

    private static Optional<WebElement> first(WebElement field, String css) {
        return field.findElements(By.cssSelector(css)).stream().findFirst();
    }

    private static Stream<WebElement> buttons(WebElement within, String text) {
        return within.findElements(By.cssSelector("button")).stream()
                .filter(button -> button.isDisplayed() && button.getText().startsWith(text));
    }

    private static WebElement click(WebElement button) {
        button.click();
        return button;
    }

    private void attempt(String what, Supplier<Boolean> step) {
        try {
            browser.waitUntil(what, step);
        } catch (RuntimeException e) {
            throw new AssertionError(
                    window + "could not " + what + "; there was: "
                            + all("").stream().map(WebElement::getText).toList(),
                    e);
        }
    }
}
