package io.gradio4j.components.highlightedtext;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A part of a text, with a category, or with a score from -1 to 1, or with neither.
 *
 * @param text the part
 * @param category what it is; not together with a score
 * @param score how much it counts
 */
public record Token(String text, Optional<String> category, OptionalDouble score) {

    /**
     * A part of a text.
     *
     * @throws IllegalArgumentException if it has both category and score, or the score is not finite
     */
    public Token {
        if (category.isPresent() && score.isPresent()) {
            throw new IllegalArgumentException("A token has a category or a score, not both: " + text);
        }
        if (score.isPresent() && !Double.isFinite(score.getAsDouble())) {
            throw new IllegalArgumentException("There is no JSON for the score " + score.getAsDouble() + " of " + text);
        }
    }

    /**
     * A part that is not marked.
     *
     * @param text the part
     * @return the token
     */
    public static Token of(String text) {
        return new Token(text, Optional.empty(), OptionalDouble.empty());
    }

    /**
     * A part with a category.
     *
     * @param text the part
     * @param category what it is
     * @return the token
     */
    public static Token of(String text, String category) {
        return new Token(text, Optional.of(category), OptionalDouble.empty());
    }

    /**
     * A part with a score.
     *
     * @param text the part
     * @param score how much it counts, from -1 to 1
     * @return the token
     */
    public static Token of(String text, double score) {
        return new Token(text, Optional.empty(), OptionalDouble.of(score));
    }

    /**
     * Something that was found in a text.
     *
     * @param category what it is
     * @param start where it begins, from 0
     * @param end where it ends, exclusive
     */
    public record Entity(String category, int start, int end) {
    }

    /**
     * A text with what was found in it.
     *
     * @param text the whole text
     * @param entities in any order, without overlaps
     * @return the tokens that the text consists of
     * @throws IllegalArgumentException if an entity is not within the text, or overlaps with another one
     */
    public static List<Token> of(String text, List<Entity> entities) {
        var tokens = new ArrayList<Token>();
        var from = 0;
        for (var entity : entities.stream().sorted(Comparator.comparingInt(Entity::start)).toList()) {
            if (entity.start() < from || entity.end() < entity.start() || entity.end() > text.length()) {
                throw new IllegalArgumentException(entity + " overlaps with another one or is not within the " + text.length() + " characters of the text");
            }
            if (entity.start() > from) {
                tokens.add(of(text.substring(from, entity.start())));
            }
            tokens.add(of(text.substring(entity.start(), entity.end()), entity.category()));
            from = entity.end();
        }
        if (from < text.length() || tokens.isEmpty()) {
            tokens.add(of(text.substring(from)));
        }
        return tokens;
    }

    Token withText(String other) {
        return new Token(other, category, score);
    }

    boolean isMarkedLike(Token other) {
        return category.equals(other.category) && score.equals(other.score);
    }
}
