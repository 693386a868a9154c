package org.secondlook.core.directory.yaml;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.secondlook.core.yaml.Findings;
import org.secondlook.core.yaml.Table;

/** Finds circles in who reports to whom, and in who stands in for whom. */
final class Chains {

    private Chains() {}

    static void check(Table directory, Findings findings) {
        Map<String, Table> posts = new LinkedHashMap<>();
        directory
                .rows("agencies", "agency")
                .forEach(agency ->
                        agency.rows("posts", "post").forEach(post -> posts.putIfAbsent(post.text("id"), post)));
        posts.forEach((id, post) -> {
            check("reports-to", id, post, posts, findings);
            check("deputy", id, post, posts, findings);
        });
    }

    private static void check(String key, String id, Table post, Map<String, Table> posts, Findings findings) {
        Set<String> passed = new LinkedHashSet<>();
        Optional<String> next = post.optionalText(key);
        while (next.isPresent() && passed.add(next.get())) {
            next = Optional.ofNullable(posts.get(next.get())).flatMap(p -> p.optionalText(key));
        }
        if (passed.contains(id)) {
            findings.fault(
                    post.line(key), "'%s' leads in a circle: %s, %s.".formatted(key, id, String.join(", ", passed)));
        }
    }
}
