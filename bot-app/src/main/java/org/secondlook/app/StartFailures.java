package org.secondlook.app;

import org.jspecify.annotations.Nullable;
import org.secondlook.core.yaml.FaultyFileException;
import org.secondlook.store.StoreSetupException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells whoever starts the application what to put right, instead of where in the code it failed. */
final class StartFailures {

    private StartFailures() {}

    /** Packs, directories and holidays: every fault of every file, by its line. */
    static final class Files extends AbstractFailureAnalyzer<FaultyFileException> {

        @Override
        protected @Nullable FailureAnalysis analyze(Throwable root, FaultyFileException cause) {
            return new FailureAnalysis(
                    "A file cannot be used:\n\n" + cause.getMessage(),
                    "Put right each line above, and start again.",
                    cause);
        }
    }

    /** The store and the key file. */
    static final class Store extends AbstractFailureAnalyzer<StoreSetupException> {

        @Override
        protected @Nullable FailureAnalysis analyze(Throwable root, StoreSetupException cause) {
            return new FailureAnalysis(cause.getMessage(), null, cause);
        }
    }

    /** The playground, which the released application does not hold. */
    static final class NoPlayground extends AbstractFailureAnalyzer<NoClassDefFoundError> {

        @Override
        protected @Nullable FailureAnalysis analyze(Throwable root, NoClassDefFoundError cause) {
            return String.valueOf(cause.getMessage()).startsWith("org/secondlook/playground/")
                    ? new FailureAnalysis(
                            "Profile playground is set, but the released application holds no playground.",
                            "Start the playground from the sources, with ./mvnw spring-boot:run.",
                            cause)
                    : null;
        }
    }

    /** The settings. */
    static final class Settings extends AbstractFailureAnalyzer<SetupException> {

        @Override
        protected @Nullable FailureAnalysis analyze(Throwable root, SetupException cause) {
            return new FailureAnalysis(cause.getMessage(), null, cause);
        }
    }
}
