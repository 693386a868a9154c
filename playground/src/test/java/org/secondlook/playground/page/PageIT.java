package org.secondlook.playground.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;
import org.secondlook.playground.trial.Browser;
import org.secondlook.playground.trial.Showcase;
import org.secondlook.playground.trial.StandInBot.Reply;
import org.secondlook.playground.trial.Trial;
import tools.jackson.databind.JsonNode;

/** The page in a browser, with a stand-in bot that has a little to say. */
class PageIT {

    private static final String ASHA = "[data-testid=window][data-person=asha-patel] ";
    private static final String PRIYA = "[data-testid=window][data-person=priya-shah] ";
    private static final String PARAGRAPH = ",{\"type\":\"TextBlock\",\"text\":\"One of many lines\"}";
    private static final String HOSTILE = "<img src=x onerror='window.hacked=1'><script>window.hacked=1</script>";

    @RegisterExtension
    static final Browser browser = new Browser();

    private final Trial trial = new Trial();

    @BeforeEach
    void open() {
        trial.start();
        trial.bot().answering(new Showcase(() -> trial.url("/"))::answer);
        browser.open(trial.url("/"));
    }

    @AfterEach
    void close() {
        List<String> complaints = browser.complaints();
        browser.leave();
        trial.stop();
        assertThat(complaints).isEmpty();
    }

    @Test
    void isUsableByKeyboardAlone() {
        browser.find(ASHA + "[data-testid=home] button", "Raise");
        browser.press(Keys.F6);
        assertThat(browser.focused().getAttribute("data-person")).isEqualTo("asha-patel");

        browser.tabTo("Raise a difference of view", Keys.TAB);
        browser.press(Keys.ENTER);
        browser.find(ASHA + "[data-testid=modal]");
        browser.waitUntil("the first answer to have the focus", () -> "radio".equals(focusedType()));

        browser.press(Keys.SPACE);
        browser.press(Keys.ARROW_DOWN);
        assertThat(browser.focused().isSelected()).isTrue();
        browser.tabTo("Continue", Keys.TAB);
        browser.press(Keys.TAB);
        assertThat(browser.focused().getAccessibleName())
                .as("Tab stays in the modal")
                .isEqualTo("Close");
        browser.chord(Keys.SHIFT, Keys.TAB);
        assertThat(browser.focused().getAccessibleName()).isEqualTo("Continue");
        browser.press(Keys.ENTER);

        browser.find(ASHA + "[data-testid=modal][aria-label='What was decided?']");
        browser.waitUntil("the new question to have the focus", () -> "textarea".equals(focusedType()));
        browser.press(Keys.ESCAPE);
        browser.waitUntilGone(ASHA + "[data-testid=modal]");
        assertThat(browser.focused().getAccessibleName())
                .as("the focus goes back to where it was")
                .isEqualTo("Raise a difference of view");
    }

    @Test
    void showsOnePartnershipAtATimeAndKeepsItInTheAddress() {
        WebElement picker = browser.find("[data-testid=partnership]");
        assertThat(picker.getAccessibleName()).isEqualTo("Partnership");
        assertThat(new Select(picker).getFirstSelectedOption().getText()).isEqualTo("Northshire, as in Bradford");
        browser.click(ASHA + "[data-testid=close-window]");

        new Select(picker).selectByVisibleText("Downshire, as in Pan Sussex");
        browser.find("[data-person=rowan-gale] [data-testid=open-app]");
        browser.find(".first-step", "Open Second Look in Rowan’s window");
        assertThat(shown()).containsExactly("rowan-gale", "idris-cole");
        assertThat(browser.run("return location.search"))
                .isEqualTo("?partnership=downshire&people=rowan-gale,idris-cole");

        browser.click("[data-person=rowan-gale] [data-testid=switch-person]");
        browser.find("[role=menu] [data-person=toby-slater]");
        assertThat(browser.all("[role=menu] [role=menuitemradio]")).hasSize(30);
        browser.click("[role=menu] [data-person=toby-slater]");
        browser.open(trial.url(String.valueOf(browser.run("return location.pathname + location.search"))));
        browser.find("[data-person=toby-slater] [data-testid=open-app]");
        assertThat(shown()).containsExactly("toby-slater", "idris-cole");

        picker = browser.find("[data-testid=partnership]");
        new Select(picker).selectByValue("northshire");
        browser.find(ASHA + "[data-testid=home] button", "Raise");
        assertThat(browser.run("return location.search")).isEqualTo("?people=asha-patel,priya-shah");
        assertThat(unnamedControls()).isEmpty();
    }

    @Test
    void leavesAPartnershipAsItWas() {
        browser.click(ASHA + "[data-testid=close-window]");
        new Select(browser.find("[data-testid=partnership]")).selectByValue("moorland");
        browser.find("[data-person=ewan-charlton]");
        new Select(browser.find("[data-testid=partnership]")).selectByValue("northshire");

        browser.find(PRIYA);
        assertThat(shown()).containsExactly("priya-shah");
    }

    @Test
    void tellsWhereElseThereIsSomethingNew() {
        new Select(browser.find("[data-testid=partnership]")).selectByValue("colnevale");
        browser.find("[data-person=molly-haigh]");
        postToAsha("{\"type\":\"divider\"}");
        browser.click("[data-testid=news] [data-testid=open-partnership]", "In Northshire");

        browser.find(ASHA);
        browser.waitUntilGone("[data-testid=open-partnership]");
        assertThat(browser.focused().getAccessibleName()).isEqualTo("Partnership");
    }

    @Test
    void findsThePartnershipOfThePeopleInTheAddress() {
        browser.open(trial.url("/?people=femi-okoro,asha-patel"));

        browser.find("[data-testid=window][data-person=femi-okoro]");
        assertThat(shown()).containsExactly("femi-okoro");
    }

    @Test
    void switchesThePersonOfAWindowByKeyboard() {
        WebElement switcher = browser.find(ASHA + "[data-testid=switch-person]");
        switcher.sendKeys(Keys.ENTER);
        browser.press("h");
        browser.press(Keys.ENTER);

        browser.find("[data-testid=window][data-person=helen-ward] [data-testid=open-app]");
        assertThat(browser.focused().getAccessibleName()).contains("Helen Ward");
    }

    @Test
    void writesAndReadsMessages() {
        browser.click(ASHA + "[data-testid=tab-messages]");
        browser.find(ASHA + "[data-testid=composer]").sendKeys("I <3 *cases*", Keys.ENTER);

        WebElement mine = browser.find(ASHA + "[data-testid=message][data-author='Asha Patel']");
        assertThat(mine.getText()).contains("I <3 cases");
        browser.find(ASHA + "[data-testid=message][data-author='Second Look']");
    }

    @Test
    void completesAndRunsASlashCommand() {
        browser.click(ASHA + "[data-testid=tab-messages]");
        WebElement composer = browser.find(ASHA + "[data-testid=composer]");
        composer.sendKeys("/se");
        browser.find(ASHA + "[role=option]", "/second-look");
        composer.sendKeys(Keys.ENTER);
        assertThat(composer.getAttribute("value")).isEqualTo("/second-look ");
        composer.sendKeys("help", Keys.ENTER);

        WebElement answer = browser.find(ASHA + "[data-testid=message]", "Type help, cases or urgent.");
        assertThat(answer.getText()).contains("Only visible to you");
    }

    @Test
    void fillsInAndSubmitsAModalAndTellsWhoHasSomethingNew() {
        browser.click(ASHA + "button", "Raise a difference of view");
        browser.click(ASHA + "[data-testid=modal] [data-testid=modal-submit]");
        assertThat(browser.find(ASHA + "[data-testid=modal] .fault").getText())
                .isEqualTo("Please complete this required field.");
        browser.click(ASHA + "[data-testid=modal] label", "I'm not sure");
        browser.click(ASHA + "[data-testid=modal-submit]");
        browser.find(ASHA + "[data-testid=modal] textarea").sendKeys("One visit");
        browser.click(ASHA + "[data-testid=modal-submit]", "Send to Tom Reed");
        browser.waitUntilGone(ASHA + "[data-testid=modal]");

        assertThat(browser.find(ASHA + "[data-testid=tab-messages]").getText())
                .startsWith("Messages")
                .endsWith("1");
        browser.click("[data-testid=news] [data-person=tom-reed]");
        browser.find("[data-person=tom-reed] [data-testid=message]", "take a difference of view forward");
        browser.waitUntilGone("[data-testid=news] [data-person=tom-reed]");
        assertThat(browser.run("return location.search")).isEqualTo("?people=asha-patel,priya-shah,tom-reed");
    }

    @Test
    void searchesAndChoosesByKeyboard() {
        browser.click(ASHA + "button", "Raise a difference of view");
        browser.click(ASHA + "[data-testid=modal] label", "I'm not sure");
        browser.click(ASHA + "[data-testid=modal-submit]");
        WebElement agency = browser.find(ASHA + "[data-testid=modal] [role=combobox]");
        agency.sendKeys("Hil");
        browser.find(ASHA + "[role=option]", "Hillside School");
        agency.sendKeys(Keys.ARROW_DOWN, Keys.ENTER);
        assertThat(agency.getAttribute("value")).isEqualTo("Hillside School");
        browser.find(ASHA + "[data-testid=modal] textarea").sendKeys("One visit");
        browser.click(ASHA + "[data-testid=modal-submit]");

        JsonNode submission = trial.bot()
                .next(request -> request.kind().equals("view_submission")
                        && request.json().at("/view/callback_id").asString("").equals("decision"))
                .json();
        assertThat(submission
                        .at("/view/state/values/agency/pick/selected_option/value")
                        .stringValue())
                .isEqualTo("hillside");
    }

    @Test
    void asksBeforeAPressThatWantsConfirming() {
        postToAsha(
                "{\"type\":\"actions\",\"elements\":[{\"type\":\"button\",\"text\":{\"type\":\"plain_text\",\"text\":\"Undo\"},"
                        + "\"confirm\":{\"title\":{\"type\":\"plain_text\",\"text\":\"Take it back?\"},"
                        + "\"text\":{\"type\":\"plain_text\",\"text\":\"Nobody was told yet.\"},"
                        + "\"confirm\":{\"type\":\"plain_text\",\"text\":\"Take it back\"},"
                        + "\"deny\":{\"type\":\"plain_text\",\"text\":\"Keep it\"}}}]}");
        browser.click(ASHA + "[data-testid=tab-messages]");
        browser.click(ASHA + "[data-testid=message] button", "Undo");
        browser.click(ASHA + "[data-testid=confirm] button", "Keep it");
        browser.waitUntilGone(ASHA + "[data-testid=confirm]");
        browser.click(ASHA + "[data-testid=message] button", "Undo");
        browser.click(ASHA + "[data-testid=confirm] button", "Take it back");

        assertThat(trial.bot()
                        .next("block_actions")
                        .json()
                        .at("/actions/0/text/text")
                        .stringValue())
                .isEqualTo("Undo");
    }

    @Test
    void readsInADialogAndAnswers() {
        browser.find(PRIYA + "[data-testid=composer]").sendKeys("hello", Keys.ENTER);
        trial.bot().next("message");
        postNoticeToPriya();
        browser.click(PRIYA + "[data-testid=message] button", "Read it");
        WebElement dialog = browser.find(PRIYA + "[data-testid=dialog]");
        assertThat(dialog.getText()).contains("From Tom Reed");

        browser.click(PRIYA + "[data-testid=dialog] button", "Send to Tom Reed");
        browser.find(PRIYA + "[data-testid=dialog] .fault", "Enter what you will do");
        browser.find(PRIYA + "[data-testid=dialog] textarea").sendKeys("Another visit");
        browser.run(
                "const i = document.querySelector(arguments[0]); i.value = '2026-12-04';"
                        + "i.dispatchEvent(new Event('input', {bubbles: true}))",
                PRIYA + "[data-testid=dialog] input[type=date]");
        browser.click(PRIYA + "[data-testid=dialog] button", "Send to Tom Reed");
        browser.find(PRIYA + "[data-testid=dialog]", "Sent at 3:20pm.");
        browser.press(Keys.ESCAPE);
        browser.waitUntilGone(PRIYA + "[data-testid=dialog]");
    }

    @Test
    void mentionsTheBotInAChannel() {
        browser.click(PRIYA + "[data-testid=open-conversation]", "Assessment team");
        WebElement composer = browser.find(PRIYA + "[data-testid=composer][aria-label*='Assessment']");
        composer.sendKeys("@");
        browser.find(PRIYA + "[role=option]", "@Second Look");
        composer.sendKeys(Keys.TAB);
        composer.sendKeys("help", Keys.ENTER);

        assertThat(trial.bot().next("message").json().path("text").stringValue())
                .isEqualTo("<at>Second Look</at> help");
        browser.find(PRIYA + ".post [data-testid=card]");
    }

    @Test
    void drawsEveryElementOfSlack() {
        browser.click(ASHA + "[data-testid=tab-messages]");
        browser.find(ASHA + "[data-testid=composer]").sendKeys("show me", Keys.ENTER);
        String message = ASHA + "[data-testid=message][data-author='Second Look'] ";
        browser.find(message + ".block-header");

        assertThat(browser.all(message + ".block")).hasSize(11);
        assertThat(browser.find(message + ".block-section").getText())
                .contains("bold italic struck code a link <b>not markup</b> @Tom Reed");
        for (String drawn : List.of(
                "strong",
                "em",
                "s",
                "code",
                "blockquote",
                "a[href='https://example.org']",
                ".mention",
                ".fields",
                "select[aria-label='Choose a colleague']",
                "input[type=radio]",
                "ol li",
                "img[alt='A picture of a form']",
                "hr",
                ".block-context",
                "button.primary",
                "input[type=date]",
                "[aria-label='More actions']")) {
            assertThat(browser.all(message + drawn)).as(drawn).isNotEmpty();
        }
        assertThat(browser.all(message + "[data-testid=cannot-draw]"))
                .singleElement()
                .satisfies(box -> assertThat(box.getText()).contains("“video”", "\"alt_text\": \"A video\""));
        assertThat(unnamedControls()).isEmpty();
    }

    @Test
    void drawsEveryInputOfAModal() {
        browser.click(ASHA + "button", "Raise a difference of view");
        browser.click(ASHA + "[data-testid=modal] label", "I'm not sure");
        browser.click(ASHA + "[data-testid=modal-submit]");
        browser.find(ASHA + "[data-testid=modal][aria-label='What was decided?']");

        for (String drawn : List.of(
                "textarea",
                "input[type=text]",
                "[role=combobox]",
                "select",
                "fieldset input[type=checkbox]",
                "input[type=date]",
                "input[type=time]",
                "input[type=datetime-local]",
                ".many input")) {
            assertThat(browser.all(ASHA + "[data-testid=modal] " + drawn))
                    .as(drawn)
                    .isNotEmpty();
        }
        assertThat(browser.find(ASHA + "[data-testid=modal] input[type=datetime-local]")
                        .getAttribute("value"))
                .isEqualTo("2026-12-02T12:30");
        assertThat(browser.all("[data-testid=cannot-draw]")).isEmpty();
        assertThat(unnamedControls()).isEmpty();
    }

    @Test
    void drawsEveryElementOfACard() {
        awaitGreeting();
        browser.find(PRIYA + "[data-testid=composer]").sendKeys("show me", Keys.ENTER);
        browser.find(PRIYA + "[data-testid=card]", "Everything a card can show");
        String card = PRIYA + "[data-testid=message]:last-child [data-testid=card] ";

        for (String drawn : List.of(
                "[role=heading]",
                "strong",
                "em",
                "a",
                "ul li",
                "blockquote",
                ".subtle",
                ".color-attention",
                ".highlight",
                ".columns .column button",
                ".facts dt",
                "img[alt='A picture of a form']",
                "textarea",
                "fieldset input[type=radio]",
                "fieldset input[type=checkbox]",
                "select",
                "[role=combobox]",
                "input[type=date]",
                "input[type=time]",
                "input[type=number]",
                "button.positive",
                "button.destructive")) {
            browser.waitUntil(drawn, () -> !browser.all(card + drawn).isEmpty());
        }
        assertThat(browser.all(card + "[data-testid=cannot-draw]"))
                .singleElement()
                .satisfies(box -> assertThat(box.getText()).contains("“Table”"));
        assertThat(unnamedControls()).isEmpty();

        WebElement hidden = browser.all(card + "[data-element-id=extra]").get(0);
        assertThat(hidden.isDisplayed()).isFalse();
        browser.click(card + "button", "Show the rest");
        assertThat(hidden.isDisplayed()).isTrue();
        browser.click(card + "button", "More");
        assertThat(browser.find(card + ".inner label").getText()).isEqualTo("Say more");
        browser.click(card + "button", "Continue");
        browser.find(card + ".fault", "Enter what you see differently");
        browser.find(card + "textarea").sendKeys("The visits");
        browser.click(card + "button", "Continue");
        browser.find(PRIYA + "[data-testid=toast]", "Saved at 10:05am");
    }

    @Test
    void showsALongCardFromItsTopAndFollowsWhatComesAfterIt() {
        awaitGreeting();
        postCardToPriya("{\"type\":\"TextBlock\",\"text\":\"Its beginning\"}" + PARAGRAPH.repeat(60));
        browser.find(PRIYA + "[data-testid=message]", "Its beginning");
        browser.waitUntil("its beginning to be in sight", () -> isInSight("Its beginning"));

        postNoticeToPriya();
        browser.waitUntil("what came after it to be in sight", () -> isInSight("Read it"));
    }

    private static boolean isInSight(String text) {
        return Boolean.TRUE.equals(browser.run(
                "const log = document.querySelector(arguments[0] + '.log').getBoundingClientRect();"
                        + "const its = [...document.querySelectorAll(arguments[0] + '.log *')]"
                        + ".findLast((one) => !one.children.length && one.textContent === arguments[1]);"
                        + "if (!its) return false; const box = its.getBoundingClientRect();"
                        + "return box.top >= log.top && box.bottom <= log.bottom",
                PRIYA,
                text));
    }

    @Test
    void showsHostileTextAsText() {
        String safe = HOSTILE.replace("'", "\\u0027");
        postToAsha(
                "{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"%s <javascript:window.hacked=1|click>\"}}"
                                .formatted(safe)
                        + ",{\"type\":\"header\",\"text\":{\"type\":\"plain_text\",\"text\":\"%s\"}}".formatted(safe)
                        + ",{\"type\":\"actions\",\"elements\":[{\"type\":\"button\",\"text\":{\"type\":\"plain_text\",\"text\":\"%s\"}}]}"
                                .formatted("<b onclick=1>press</b>"));
        browser.click(ASHA + "[data-testid=tab-messages]");
        browser.find(ASHA + "[data-testid=composer]").sendKeys(HOSTILE, Keys.ENTER);
        browser.find(PRIYA + "[data-testid=composer]").sendKeys(HOSTILE, Keys.ENTER);
        postCardToPriya("{\"type\":\"TextBlock\",\"text\":\"%s [click](javascript:window.hacked=1)\"}".formatted(safe));

        assertThat(browser.find(ASHA + ".block-header").getText()).isEqualTo(HOSTILE);
        browser.find(ASHA + "[data-author='Asha Patel']", "<script>window.hacked=1</script>");
        browser.find(PRIYA + "[data-author='Priya Shah']", "<script>window.hacked=1</script>");
        browser.find(PRIYA + "[data-testid=card]", HOSTILE);
        assertThat(browser.all("[data-testid=message] :is(img[src=x], script, b, [onclick])"))
                .isEmpty();
        assertThat(browser.all("[href^='javascript']")).isEmpty();
        assertThat(browser.run("return window.hacked")).isNull();
    }

    @Test
    void showsTheClockOnlyWhereTheApplicationHasOne() {
        browser.find("[data-testid=clock-absent]");
        trial.bot()
                .clockAnswering(request -> request.body().contains("next-working-day")
                        ? Reply.json("{\"now\":\"2026-12-02T09:30:00Z\",\"next\":null}")
                        : Reply.json("{\"now\":\"2026-12-01T10:05:00Z\",\"next\":\"2026-12-03T09:30:00Z\"}"));
        browser.find("[data-testid=clock-now]", "Tuesday 1 December 2026, 10:05am");
        browser.find("[data-testid=clock-next]", "Next reminder: Thursday 3 December 2026, 9:30am");

        browser.click("[data-testid=clock-next-working-day]");
        browser.find("[data-testid=clock-now]", "Wednesday 2 December 2026, 9:30am");
        browser.find("[data-testid=clock-next]", "No reminder is due");
    }

    @Test
    void fitsOnAPhone() {
        browser.find(ASHA + "[data-testid=home] button", "Raise");
        try {
            browser.zoom(390, 844, 1);
            assertThat(browser.run("return document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
            for (String window : List.of(ASHA, PRIYA)) {
                assertThat(browser.find(window + ".main").getSize().width)
                        .as("the conversation has the width of the phone")
                        .isGreaterThan(330);
            }
        } finally {
            browser.unzoom();
        }
    }

    @Test
    void fitsAtTwiceTheSize() {
        browser.find(ASHA + "[data-testid=home] button", "Raise");
        try {
            browser.zoom(1280, 900, 2);
            assertThat(browser.run("return document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
            List<WebElement> windows = browser.all("[data-testid=window]");
            assertThat(windows.get(1).getLocation().y)
                    .as("windows stand one above the other")
                    .isGreaterThan(windows.get(0).getLocation().y);
        } finally {
            browser.unzoom();
        }
    }

    private static List<String> shown() {
        return browser.all("[data-testid=window]").stream()
                .map(window -> String.valueOf(window.getAttribute("data-person")))
                .toList();
    }

    private List<String> unnamedControls() {
        return browser.controls().stream()
                .filter(control -> Objects.requireNonNullElse(control.getAccessibleName(), "")
                        .isBlank())
                .map(control -> String.valueOf(control.getAttribute("outerHTML")))
                .toList();
    }

    private static String focusedType() {
        String type = browser.focused().getAttribute("type");
        return Objects.requireNonNullElse(type, "");
    }

    private void postToAsha(String blocks) {
        trial.slack(
                Trial.NHS_TOKEN,
                "chat.postMessage",
                "{\"channel\":\"U0ASHAPATEL\",\"text\":\"New\",\"blocks\":[" + blocks + "]}");
    }

    /** The bot greets whoever opens their chat, some time after the page is there. */
    private static void awaitGreeting() {
        browser.find(PRIYA + "[data-testid=card]", "Nobody is watching this chat");
    }

    private void postNoticeToPriya() {
        postCardToPriya(
                "{\"type\":\"TextBlock\",\"text\":\"NS-2026-0143\"},{\"type\":\"ActionSet\",\"actions\":[{\"type\":\"Action.Submit\","
                        + "\"title\":\"Read it\",\"data\":{\"msteams\":{\"type\":\"task/fetch\"}}}]}");
    }

    private void postCardToPriya(String body) {
        String council = "11111111-0000-4000-8000-000000000001";
        String token = trial.form(
                        "/teams/" + council + "/oauth2/v2.0/token",
                        Map.of(
                                "grant_type", "client_credentials",
                                "client_id", "11111111-0000-4000-8000-0000000000b0",
                                "client_secret", "playground-northshire-council-secret",
                                "scope", "https://api.botframework.com/.default"))
                .json()
                .path("access_token")
                .stringValue();
        trial.send(
                "POST",
                "/teams/connector/" + council + "/v3/conversations/a:priya-shah/activities",
                "{\"type\":\"message\",\"attachments\":[{\"contentType\":\"application/vnd.microsoft.card.adaptive\",\"content\":"
                        + "{\"type\":\"AdaptiveCard\",\"version\":\"1.5\",\"body\":[" + body + "]}}]}",
                Map.of("Authorization", "Bearer " + token));
    }
}
