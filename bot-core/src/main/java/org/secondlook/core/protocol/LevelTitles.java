package org.secondlook.core.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which titles fill a level, by sector and in order of preference; the first filled post is asked. */
public final class LevelTitles {

    private final Map<Level, Map<Sector, List<String>>> bySector;
    private final Map<Level, List<String>> any;

    /** Titles by sector, and those for every sector without a row of its own. */
    public LevelTitles(Map<Level, Map<Sector, List<String>>> bySector, Map<Level, List<String>> any) {
        Map<Level, Map<Sector, List<String>>> copy = new LinkedHashMap<>();
        bySector.forEach((level, titles) -> copy.put(level, Ordered.copy(titles)));
        this.bySector = Ordered.copy(copy);
        this.any = Ordered.copy(any);
    }

    /** The titles to look for, best first; empty where the protocol has no such level. */
    public List<String> titles(Level level, Sector sector) {
        List<String> own = bySector.getOrDefault(level, Map.of()).get(sector);
        return own != null ? own : any.getOrDefault(level, List.of());
    }
}
