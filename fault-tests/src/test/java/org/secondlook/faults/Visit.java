package org.secondlook.faults;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * One thing that somebody sets out to do with the bot, and does as people do: they answer what is asked, press again when
 * nothing comes, open it again when it is gone, and are not content before they have their receipt.
 */
final class Visit {

    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(4);
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int PRESSES_BEFORE_OPENING_AGAIN = 3;

    private final Person person;
    private final Runnable open;
    private final List<Rule> rules;
    private final Pattern receipt;
    private boolean sent;
    private int pressesInVain;

    /**
     * Sets out.
     *
     * @param open brings up the first screen
     * @param receipt words that stand only where it is done, as a regular expression
     */
    Visit(Person person, Runnable open, List<Rule> rules, String receipt) {
        this.person = person;
        this.open = open;
        this.rules = rules;
        this.receipt = Pattern.compile(receipt);
    }

    /** Does it; gives the words of the receipt. */
    String done() {
        person.attention.lock();
        try {
            attempt(open);
            long since = System.nanoTime();
            while (System.nanoTime() - since < PATIENCE.toNanos()) {
                Optional<String> words = screen().map(Words::of);
                if (words.filter(said -> receipt.matcher(said).find()).isPresent()) {
                    attempt(person::closes);
                    return words.get();
                }
                goOn();
            }
            throw new AssertionError("%s could not get as far as '%s'; the last screen was:%n%s"
                    .formatted(person.handle, receipt, screen().map(Words::of).orElse("none")));
        } finally {
            person.attention.unlock();
        }
    }

    private void goOn() {
        Optional<JsonNode> screen = screen();
        Optional<Rule> rule = screen.map(Words::of)
                .flatMap(words -> rules.stream()
                        .filter(each -> words.contains(each.screen()))
                        .findFirst());
        if (rule.isEmpty() || pressesInVain >= PRESSES_BEFORE_OPENING_AGAIN) {
            if (pressesInVain > 0 || !Waiting.until(ANSWERED_WITHIN, () -> !screen().equals(screen))) {
                pressesInVain = 0;
                openAgain(screen);
            }
            return;
        }
        sent |= rule.get().sends();
        attempt(() -> person.answers(
                screen.orElseThrow(), rule.get().entered(), rule.get().button()));
        pressesInVain = Waiting.until(ANSWERED_WITHIN, () -> !screen().equals(screen)) ? 0 : pressesInVain + 1;
    }

    /** Whoever has pressed what sends it stays with it: they would otherwise begin another. */
    private void openAgain(Optional<JsonNode> before) {
        if (!sent) {
            attempt(person::closes);
            attempt(open);
            Waiting.until(ANSWERED_WITHIN, () -> screen().isPresent() && !screen().equals(before));
        }
    }

    private Optional<JsonNode> screen() {
        try {
            return person.screen();
        } catch (Http.RefusedException | NoSuchElementException e) {
            return Optional.empty();
        }
    }

    /** What does not work is tried again. */
    private static void attempt(Runnable act) {
        try {
            act.run();
        } catch (Http.RefusedException | UncheckedIOException | NoSuchElementException e) {
            Waiting.pause(Duration.ofMillis(100));
        }
    }
}
