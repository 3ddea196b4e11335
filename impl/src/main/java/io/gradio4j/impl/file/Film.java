package io.gradio4j.impl.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a film of a screen is to be changed. The first half second, in which the recorder itself is seen, always goes.
 *
 * @param removed what is cut out; empty for nothing
 * @param zooms when it comes closer to a part of the picture
 */
public record Film(Optional<Stretch> removed, List<Zoom> zooms) {

    /** How many pictures a second has, before and after. */
    static final int RATE = 30;

    private static final int MOST_ZOOMS = 100;
    private static final int RAMP = RATE / 2;
    private static final double CLOSEST = 10;
    private static final String START = "0.5";

    /**
     * Some time of the film.
     *
     * @param start in seconds
     * @param end in seconds
     */
    public record Stretch(double start, double end) {

        /**
         * Checks the times.
         *
         * @throws IllegalArgumentException unless the end is behind the start, and that is not negative
         */
        public Stretch {
            if (!(start >= 0 && end > start && end < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("A film cannot be cut from " + start + " s to " + end + " s");
            }
        }
    }

    /**
     * A part of the picture to which the film comes closer for a while. Places are fractions of the width and of the height.
     *
     * @param left the left edge
     * @param top the upper edge
     * @param right the right edge
     * @param bottom the lower edge
     * @param startFrame the picture with which it begins, of 30 in a second
     * @param seconds how long it lasts
     */
    public record Zoom(double left, double top, double right, double bottom, int startFrame, double seconds) {

        /**
         * Checks the numbers.
         *
         * @throws IllegalArgumentException if the part is not within the picture, or lasts no time
         */
        public Zoom {
            if (!(0 <= left && left < right && right <= 1 && 0 <= top && top < bottom && bottom <= 1)) {
                throw new IllegalArgumentException("A film cannot come closer to " + left + ", " + top + " to " + right + ", " + bottom);
            }
            if (startFrame < 0 || !(seconds > 0 && seconds <= Integer.MAX_VALUE / RATE)) {
                throw new IllegalArgumentException("A film cannot come closer for " + seconds + " s from picture " + startFrame);
            }
        }

        private long endFrame() {
            return startFrame + (long) Math.ceil(seconds * RATE);
        }

        /** How far it is on its way there: from 0 to 1, and back. */
        private String nearness() {
            return "clip(min((on-%d)/%d,(%d-on)/%d),0,1)".formatted(startFrame, RAMP, endFrame(), RAMP);
        }

        private double factor() {
            return Math.min(CLOSEST, 1 / Math.max(right - left, bottom - top));
        }

        private String during(double value) {
            return "between(on,%d,%d)*%s".formatted(startFrame, endFrame(), number(value));
        }
    }

    /**
     * Checks the number of zooms.
     *
     * @throws IllegalArgumentException if there are more than 100
     */
    public Film {
        if (zooms.size() > MOST_ZOOMS) {
            throw new IllegalArgumentException("A film cannot come closer " + zooms.size() + " times");
        }
        zooms = List.copyOf(zooms);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }

    /** What stays, as a condition of ffmpeg. */
    private String kept() {
        return "gte(t," + START + ")" + removed.map(r -> "*not(between(t,%s,%s))".formatted(number(r.start()), number(r.end()))).orElse("");
    }

    /**
     * What ffmpeg does with the pictures.
     *
     * @param size width and height of the picture, as in {@code 640x480}; needed for zooms
     */
    String pictures(String size) {
        var steps = new ArrayList<String>();
        steps.add("fps=" + RATE);
        if (!zooms.isEmpty()) {
            steps.add(zoom(size));
        }
        steps.add("select='" + kept() + "'");
        steps.add("setpts=N/" + RATE + "/TB");
        // H.264 wants even sizes.
        steps.add("scale='trunc(iw/2)*2':'trunc(ih/2)*2'");
        return String.join(",", steps);
    }

    private String zoom(String size) {
        var factor = new StringBuilder("1");
        var x = new StringBuilder("0");
        var y = new StringBuilder("0");
        for (var zoom : zooms) {
            factor.append('+').append(zoom.during(zoom.factor() - 1)).append('*').append(zoom.nearness());
            x.append('+').append(zoom.during((zoom.left() + zoom.right()) / 2));
            y.append('+').append(zoom.during((zoom.top() + zoom.bottom()) / 2));
        }
        return "zoompan=d=1:fps=%d:s=%s:z='%s':x='clip((%s)*iw-iw/zoom/2,0,iw-iw/zoom)':y='clip((%s)*ih-ih/zoom/2,0,ih-ih/zoom)'".formatted(
                RATE, size, factor, x, y);
    }

    /** What ffmpeg does with the sound. */
    String sound() {
        return "aselect='" + kept() + "',asetpts=N/SR/TB";
    }
}
