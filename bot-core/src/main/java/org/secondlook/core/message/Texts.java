package org.secondlook.core.message;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Every word the bot says, by key and language: ICU messages with named arguments (design.md decision 31). A pack may
 * put its own wording in place of a key.
 */
public final class Texts {

    private static final String RESOURCE = "/org/secondlook/core/message/texts_%s.properties";

    private final Map<Locale, Map<String, String>> languages;
    private final Map<String, String> overrides;
    private final Map<Spoken, Format> formats = new ConcurrentHashMap<>();

    private record Spoken(Locale language, String key) {}

    private Texts(Map<Locale, Map<String, String>> languages, Map<String, String> overrides) {
        this.languages = languages;
        this.overrides = overrides;
    }

    /** The texts that ship with the bot. */
    public static Texts shipped() {
        return new Texts(Map.of(Locale.ENGLISH, read("en")), Map.of());
    }

    /** The same with a pack's own wording of some keys. */
    public Texts with(Map<String, String> packTexts) {
        return new Texts(languages, Map.copyOf(packTexts));
    }

    /** Every key there is. */
    public Set<String> keys() {
        return english().keySet();
    }

    public boolean has(String key) {
        return overrides.containsKey(key) || english().containsKey(key);
    }

    /** The text of a key as it is written, before its arguments are filled in. */
    public String pattern(Locale language, String key) {
        String own = overrides.get(key);
        String text =
                own != null ? own : languages.getOrDefault(language, english()).get(key);
        if (text == null) {
            text = english().get(key);
        }
        if (text == null) {
            throw new IllegalArgumentException("Expected a text for %s, but there is none".formatted(key));
        }
        return text;
    }

    /** The text of a key without emphasis. */
    public String say(Locale language, String key, Map<String, ?> arguments) {
        return words(language, key, arguments).text();
    }

    /**
     * The text of a key, with its emphasis.
     *
     * @param arguments what the text may speak of; one that a {@link Supplier} gives is asked for only if it does
     */
    public Words words(Locale language, String key, Map<String, ?> arguments) {
        Format format = format(language, key);
        if (format.always().isPresent()) {
            return format.always().get();
        }
        Map<String, Object> clean = new HashMap<>();
        for (String name : format.names()) {
            if (arguments.containsKey(name)) {
                clean.put(name, withoutMarks(arguments.get(name)));
            }
        }
        for (String name : format.needed()) {
            if (!clean.containsKey(name)) {
                throw new IllegalArgumentException("Expected %s to be told %s, but it was not".formatted(key, name));
            }
        }
        return format.fill(clean);
    }

    /**
     * A text ready to be filled in.
     *
     * @param names of everything it may speak of; what only some of its forms speak of is not told in every case
     * @param needed of them, what it is told in every case
     * @param always the words of a text that speaks of nothing
     */
    private record Format(MessageFormat format, Set<String> names, Set<String> needed, Optional<Words> always) {

        static Format of(String pattern, Locale language) {
            String marked = pattern.replace("**", String.valueOf(Words.BOLD));
            MessagePattern parts = new MessagePattern(marked);
            Set<String> names = IntStream.range(0, parts.countParts())
                    .mapToObj(parts::getPart)
                    .filter(part -> part.getType() == MessagePattern.Part.Type.ARG_NAME)
                    .map(parts::getSubstring)
                    .collect(Collectors.toSet());
            MessageFormat format = new MessageFormat(marked, language);
            Optional<Words> always =
                    names.isEmpty() ? Optional.of(Words.marked(format.format(Map.of()))) : Optional.empty();
            return new Format(format, names, format.getArgumentNames(), always);
        }

        synchronized Words fill(Map<String, Object> arguments) {
            return Words.marked(format.format(arguments));
        }
    }

    /** Whether these are all the arguments that the text of a key needs. */
    boolean isToldAll(Locale language, String key, Map<String, ?> arguments) {
        return arguments.keySet().containsAll(format(language, key).needed());
    }

    private Format format(Locale language, String key) {
        return formats.computeIfAbsent(new Spoken(language, key), text -> Format.of(pattern(language, key), language));
    }

    private static Object withoutMarks(@Nullable Object argument) {
        Object value = argument instanceof Supplier<?> supplier ? supplier.get() : argument;
        return value instanceof Number ? value : String.valueOf(value).replace(String.valueOf(Words.BOLD), "");
    }

    private Map<String, String> english() {
        return languages.getOrDefault(Locale.ENGLISH, Map.of());
    }

    private static Map<String, String> read(String language) {
        String resource = RESOURCE.formatted(language);
        try (InputStream in = Texts.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("Expected resource %s, but there is none".formatted(resource));
            }
            try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                Properties properties = new Properties();
                properties.load(reader);
                Map<String, String> texts = new LinkedHashMap<>();
                properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
                return texts;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
