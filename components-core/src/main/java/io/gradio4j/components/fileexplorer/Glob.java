package io.gradio4j.components.fileexplorer;

/**
 * A pattern for paths as Python's {@code fnmatch} has it: {@code *} stands for any characters, slashes among them, {@code ?} for one,
 * {@code [abc]} and {@code [!abc]} for one of some. It takes time in proportion to the length of pattern times text at the most.
 */
record Glob(String pattern) {

    boolean matches(String text) {
        var p = 0;
        var t = 0;
        var star = -1;
        var resume = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = t;
            } else if (p < pattern.length() && matchesOne(p, text.charAt(t))) {
                p = next(p);
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    private boolean matchesOne(int at, char c) {
        var sign = pattern.charAt(at);
        return switch (sign) {
            case '?' -> true;
            case '[' -> end(at) < 0 ? c == '[' : isIn(at, c);
            default -> sign == c;
        };
    }

    private int next(int at) {
        return pattern.charAt(at) == '[' && end(at) >= 0 ? end(at) + 1 : at + 1;
    }

    /** Where a set ends; a bracket that stands first in it belongs to it. */
    private int end(int at) {
        var first = at + 1 < pattern.length() && pattern.charAt(at + 1) == '!' ? at + 2 : at + 1;
        return pattern.indexOf(']', first + 1);
    }

    private boolean isIn(int at, char c) {
        var negative = pattern.charAt(at + 1) == '!';
        var end = end(at);
        var in = false;
        for (var i = at + (negative ? 2 : 1); i < end; i++) {
            if (i + 2 < end && pattern.charAt(i + 1) == '-') {
                in |= pattern.charAt(i) <= c && c <= pattern.charAt(i + 2);
                i += 2;
            } else {
                in |= pattern.charAt(i) == c;
            }
        }
        return in != negative;
    }
}
