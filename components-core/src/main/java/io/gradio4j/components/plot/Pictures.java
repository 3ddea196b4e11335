package io.gradio4j.components.plot;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.function.BiConsumer;
import javax.imageio.ImageIO;

/** Pixels: how charts become pictures, and pictures files. */
final class Pictures {

    /** Twice as many pixels as units, for screens that show them. */
    private static final int DENSITY = 2;

    private Pictures() {
    }

    static boolean isPresent(String library) {
        try {
            Class.forName(library, false, Pictures.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    static Figure paint(int width, int height, BiConsumer<Graphics2D, Rectangle2D> painter) {
        var image = new BufferedImage(width * DENSITY, height * DENSITY, BufferedImage.TYPE_INT_ARGB);
        var graphics = image.createGraphics();
        try {
            graphics.scale(DENSITY, DENSITY);
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            painter.accept(graphics, new Rectangle2D.Double(0, 0, width, height));
        } finally {
            graphics.dispose();
        }
        return new Figure.Picture(image);
    }

    static boolean canWrite(String format) {
        return ImageIO.getImageWritersByFormatName(format).hasNext();
    }

    /** A {@code data:} URL; of PNG where the format is unknown here or cannot hold such pixels. */
    static String url(BufferedImage image, String format) {
        try {
            for (var name : List.of(format, "png")) {
                var out = new ByteArrayOutputStream();
                if (ImageIO.write(image, name, out)) {
                    return "data:image/" + name + ";base64," + Base64.getEncoder().encodeToString(out.toByteArray());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalArgumentException("A picture of type " + image.getType() + " can be written neither as " + format + " nor as png");
    }
}
