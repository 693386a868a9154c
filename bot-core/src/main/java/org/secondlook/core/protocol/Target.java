package org.secondlook.core.protocol;

/** Where an outcome leads. */
public sealed interface Target {

    <R> R accept(Visitor<R> visitor);

    /** To a stage, of this track or of another. */
    record ToStage(StageId stage) implements Target {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.toStage(stage);
        }
    }

    /** The track ends. */
    record Close() implements Target {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.close();
        }
    }

    /** The stage goes on. */
    record Stay() implements Target {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.stay();
        }
    }

    /** One way while a flag is raised on the case, another while it is not. */
    record ByFlag(Flag flag, Target raised, Target otherwise) implements Target {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.byFlag(flag, raised, otherwise);
        }
    }

    /** One answer for each kind. */
    interface Visitor<R> {
        R toStage(StageId stage);

        R close();

        R stay();

        R byFlag(Flag flag, Target raised, Target otherwise);
    }
}
