package org.secondlook.playground.trial;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.FluentWait;

/**
 * The system's Chromium without a screen. Tests are skipped where there is none, unless the environment says
 * {@code SECOND_LOOK_BROWSER=required}.
 */
public final class Browser implements BeforeAllCallback, AfterTestExecutionCallback, AfterAllCallback {

    private static final String DEMANDED = "SECOND_LOOK_BROWSER";

    private @Nullable ChromeDriver driver;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        Optional<String> chromium = onPath("chromium", "chromium-browser", "google-chrome");
        Optional<String> chromedriver = onPath("chromedriver");
        if (chromium.isEmpty() || chromedriver.isEmpty()) {
            without();
        }
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.orElseThrow());
        Path profile = Files.createTempDirectory("playground-browser");
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--lang=en-GB",
                "--window-size=1440,1000",
                "--user-data-dir=" + profile);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new File(chromedriver.orElseThrow()))
                .usingAnyFreePort()
                .build();
        driver = new ChromeDriver(service, options);
    }

    private static void without() {
        if ("required".equals(System.getenv(DEMANDED))) {
            throw new IllegalStateException(
                    "Expected Chromium and its chromedriver on the PATH, as %s=required demands".formatted(DEMANDED));
        }
        String notice = "No Chromium with its chromedriver on the PATH: the page is not tested in a browser";
        System.getLogger(Browser.class.getName()).log(System.Logger.Level.WARNING, notice);
        Assumptions.abort(notice);
    }

    /** Keeps a picture of what was shown when a test failed. */
    @Override
    public void afterTestExecution(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            picture(Path.of(
                    "target",
                    "pictures",
                    "failed-" + context.getRequiredTestMethod().getName() + ".png"));
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (driver != null) {
            driver.quit();
        }
    }

    public void open(URI url) {
        chrome().get(url.toString());
        find("html[data-ready=true]");
    }

    public void leave() {
        chrome().get("about:blank");
    }

    /** The first element that fits, as soon as it is there and shown. */
    public WebElement find(String css) {
        return waitFor(
                css, () -> all(css).stream().filter(WebElement::isDisplayed).findFirst());
    }

    /** The element with this text, as soon as it is there and shown. */
    public WebElement find(String css, String text) {
        return waitFor(
                css + " with " + text,
                () -> all(css).stream()
                        .filter(WebElement::isDisplayed)
                        .filter(element -> element.getText().contains(text))
                        .findFirst());
    }

    /** Clicks on the first element that fits, as soon as it is there; the page may draw it anew meanwhile. */
    public void click(String css) {
        waitFor(
                css,
                () -> all(css).stream()
                        .filter(WebElement::isDisplayed)
                        .findFirst()
                        .map(Browser::clicked));
    }

    /** The same of the element with this text. */
    public void click(String css, String text) {
        waitFor(
                css + " with " + text,
                () -> all(css).stream()
                        .filter(WebElement::isDisplayed)
                        .filter(element -> element.getText().contains(text))
                        .findFirst()
                        .map(Browser::clicked));
    }

    private static WebElement clicked(WebElement element) {
        element.click();
        return element;
    }

    public List<WebElement> all(String css) {
        return chrome().findElements(By.cssSelector(css));
    }

    public void waitUntilGone(String css) {
        waitFor("no " + css, () -> all(css).isEmpty() ? Optional.of(true) : Optional.empty());
    }

    public void waitUntil(String what, Supplier<Boolean> condition) {
        waitFor(what, () -> condition.get() ? Optional.of(true) : Optional.empty());
    }

    /** Everything shown that a person can press or fill in now. */
    @SuppressWarnings("unchecked") // The script returns elements and nothing else.
    public List<WebElement> controls() {
        Object found = run("return [...document.querySelectorAll('button, input, select, textarea, [role=dialog]')]"
                + ".filter((one) => one.checkVisibility() && !one.closest('[inert]'))");
        return (List<WebElement>) Objects.requireNonNull(found);
    }

    public WebElement focused() {
        return chrome().switchTo().activeElement();
    }

    /** Presses keys wherever the focus is. */
    public void press(CharSequence... keys) {
        new Actions(chrome()).sendKeys(keys).perform();
    }

    /** Presses a key with another held down. */
    public void chord(CharSequence held, CharSequence key) {
        new Actions(chrome()).keyDown(held).sendKeys(key).keyUp(held).perform();
    }

    /** Presses Tab until a control with this accessible name has the focus. */
    public void tabTo(String name, CharSequence tab) {
        for (int i = 0; i < 80; i++) {
            if (Objects.equals(focused().getAccessibleName(), name)) {
                return;
            }
            press(tab);
        }
        throw new AssertionError("Expected Tab to reach " + name);
    }

    public @Nullable Object run(String script, Object... arguments) {
        return ((JavascriptExecutor) chrome()).executeScript(script, arguments);
    }

    /** Lays the page out for a window of this size, shown at this zoom. */
    public void zoom(int width, int height, int zoom) {
        chrome().executeCdpCommand(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of(
                                "width",
                                width / zoom,
                                "height",
                                height / zoom,
                                "deviceScaleFactor",
                                zoom,
                                "mobile",
                                false));
    }

    public void unzoom() {
        chrome().executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }

    /** What the page complained of, apart from pictures that are not there. */
    public List<String> complaints() {
        return chrome().manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(entry -> entry.getMessage())
                .filter(message -> !message.contains("playground.invalid"))
                .toList();
    }

    /** A picture of what is shown. */
    public void picture(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, chrome().getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether something is true within this time. */
    public boolean comesTrue(Duration within, Supplier<Boolean> condition) {
        try {
            return patient(condition).withTimeout(within).until(Supplier::get);
        } catch (TimeoutException e) {
            return false;
        }
    }

    private <T> T waitFor(String what, Supplier<Optional<T>> found) {
        return patient(found)
                .withMessage("Expected " + what)
                .until(supplier -> supplier.get().orElse(null));
    }

    private static <T> FluentWait<T> patient(T input) {
        return new FluentWait<>(input)
                .withTimeout(Duration.ofSeconds(10))
                .pollingEvery(Duration.ofMillis(50))
                .ignoring(StaleElementReferenceException.class);
    }

    private ChromeDriver chrome() {
        return Objects.requireNonNull(driver);
    }

    private static Optional<String> onPath(String... names) {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }
}
