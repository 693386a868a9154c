package org.secondlook.core.turn;

import java.util.List;
import java.util.Map;
import org.secondlook.core.casework.TurnId;
import org.secondlook.core.directory.PlatformIdentity;

/**
 * One thing that a person did on a platform, verified and free of platform.
 *
 * @param id the same whenever the platform delivers the same thing again
 * @param by who did it, as the platform knows them
 */
public record Turn(TurnId id, PlatformIdentity by, Input input) {

    /** What was done. */
    public sealed interface Input {

        <R> R accept(Visitor<R> visitor);
    }

    /** Somebody wants to begin, by a command or shortcut; with a word, to do what the word says. */
    public record Begun(String word) implements Input {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.begun(word);
        }
    }

    /** Somebody looks at their cases. */
    public record Looked() implements Input {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.looked();
        }
    }

    /** Somebody pressed a button; what the inputs of the screen held comes with it, by input. */
    public record Pressed(String token, Map<String, List<String>> entered) implements Input {

        public Pressed {
            entered = Map.copyOf(entered);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.pressed(token, entered);
        }
    }

    /** Somebody typed something to the bot. */
    public record Typed(String text) implements Input {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.typed(text);
        }
    }

    /** One answer for each kind of input. */
    public interface Visitor<R> {
        R begun(String word);

        R looked();

        R pressed(String token, Map<String, List<String>> entered);

        R typed(String text);
    }
}
