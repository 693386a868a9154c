package org.secondlook.teams;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Answers a message once, though Teams delivers it again when the answer takes long: the second delivery waits for the
 * first, and is answered the same. One that failed may be tried again.
 */
final class OnceOnly {

    private static final int MOST = 10_000;

    private final Map<String, CompletableFuture<HttpAnswer>> lately = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CompletableFuture<HttpAnswer>> eldest) {
            return size() > MOST;
        }
    };

    HttpAnswer run(String fingerprint, Supplier<HttpAnswer> work) {
        CompletableFuture<HttpAnswer> mine = new CompletableFuture<>();
        CompletableFuture<HttpAnswer> first;
        synchronized (lately) {
            first = lately.putIfAbsent(fingerprint, mine);
        }
        if (first != null) {
            return first.join();
        }
        HttpAnswer answer = HttpAnswer.FAILED;
        try {
            answer = work.get();
            return answer;
        } finally {
            if (!answer.isOk()) {
                forget(fingerprint);
            }
            mine.complete(answer);
        }
    }

    private void forget(String fingerprint) {
        synchronized (lately) {
            lately.remove(fingerprint);
        }
    }
}
