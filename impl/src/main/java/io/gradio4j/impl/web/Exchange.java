package io.gradio4j.impl.web;

import io.gradio4j.Request;
import io.gradio4j.impl.app.Dependency;
import io.gradio4j.impl.auth.Access;
import io.gradio4j.impl.auth.Caller;
import io.gradio4j.impl.auth.Evidence;
import io.gradio4j.impl.event.RefusedException;
import io.gradio4j.impl.file.StorageException;
import io.gradio4j.impl.json.BadJsonException;
import io.gradio4j.impl.json.JsonText;
import io.gradio4j.impl.json.Jsons;
import io.gradio4j.impl.json.TooLargeJsonException;
import io.gradio4j.spi.UnreachableException;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** One HTTP request and its response, with what the routes need of them. */
final class Exchange {

    private static final Logger LOG = System.getLogger(Exchange.class.getName());
    private static final int WORTH_COMPRESSING = 1_000;

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final String path;
    private final boolean slashAtEnd;
    private boolean bodyRead;
    private final Access access;
    private final Edge edge;
    private final ErrorPage errors;
    private @Nullable Caller caller;

    Exchange(HttpServletRequest request, HttpServletResponse response, Access access, Edge edge, ErrorPage errors) {
        this.request = request;
        this.response = response;
        this.access = access;
        this.edge = edge;
        this.errors = errors;
        var info = request.getPathInfo();
        slashAtEnd = info != null && info.endsWith("/");
        path = info == null ? "" : info.length() > 1 && info.endsWith("/") ? info.substring(1, info.length() - 1) : info.substring(1);
    }

    /** Runs what answers this request; if that fails, the failure is the answer. */
    void answer(Runnable answer) {
        try {
            answer.run();
        } catch (HttpException e) {
            refuse(e.status(), e.detail());
        } catch (RefusedException e) {
            refuse(e.status(), e.detail());
        } catch (UncheckedIOException e) {
            LOG.log(Logger.Level.DEBUG, "The client went away", e);
        } catch (UnreachableException e) {
            LOG.log(Logger.Level.WARNING, e.getMessage());
            if (!response.isCommitted()) {
                response.setHeader("Retry-After", "5");
                refuse(503, Jsons.string(e.getMessage()));
            }
        } catch (StorageException e) {
            LOG.log(Logger.Level.ERROR, () -> request.getMethod() + " " + request.getRequestURI() + " needs room on the disk", e);
            refuse(e.status(), Jsons.string(String.valueOf(e.getMessage())));
        } catch (RuntimeException | Error e) {
            LOG.log(Logger.Level.ERROR, () -> request.getMethod() + " " + request.getRequestURI() + " failed", e);
            if (!response.isCommitted()) {
                refuse(500, Jsons.string("Internal Server Error"));
            }
        }
    }

    HttpServletRequest request() {
        return request;
    }

    /** Who sends this request. */
    Caller caller() {
        var known = caller;
        if (known == null) {
            known = access.caller(evidence());
            caller = known;
        }
        return known;
    }

    /**
     * Lets the container ask who sends this request, in its own way.
     *
     * @return false if the container has answered, for example with a challenge
     */
    boolean authenticate() {
        try {
            if (!request.authenticate(response)) {
                return !response.isCommitted() && response.getStatus() == HttpServletResponse.SC_OK;
            }
            caller = null;
        } catch (ServletException e) {
            LOG.log(Logger.Level.DEBUG, "The container does not ask for users, or it did not accept this one", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return true;
    }

    /** Whether who sent this request may still use the app: that may end while an answer goes on. */
    boolean isStillWelcome() {
        return access.isOpen() || access.verdict(access.caller(evidence())) == Access.Verdict.WELCOME;
    }

    /** What this request carries that shows who sends it. */
    Evidence evidence() {
        var user = request.getUserPrincipal();
        var roles = user == null ? Set.<String>of() : access.roles().stream().filter(request::isUserInRole).collect(Collectors.toSet());
        return new Evidence(cookies(), user == null ? "" : user.getName(), roles, () -> view("", user == null ? "" : user.getName()));
    }

    private Map<String, String> cookies() {
        var cookies = new LinkedHashMap<String, String>();
        if (request.getCookies() != null) {
            for (var cookie : request.getCookies()) {
                cookies.putIfAbsent(cookie.getName(), cookie.getValue());
            }
        }
        return Collections.unmodifiableMap(cookies);
    }

    HttpServletResponse response() {
        return response;
    }

    /** The path within the app, without slashes at its ends. */
    String path() {
        return path;
    }

    /** Whether the path as it was asked for has a slash at its end. */
    boolean hasSlashAtEnd() {
        return slashAtEnd;
    }

    /**
     * A parameter of the query, or of a form in the body.
     *
     * @throws HttpException 400 when the query is not encoded as it should be
     */
    Optional<String> query(String name) {
        try {
            return Optional.ofNullable(request.getParameter(name));
        } catch (RuntimeException e) {
            // Each server has exceptions of its own for that.
            throw malformedQuery();
        }
    }

    private static HttpException malformedQuery() {
        return new HttpException(400, "The query is malformed.");
    }

    /** The same without looking into the body, for requests whose body is read in another way. */
    Optional<String> queryString(String name) {
        try {
            return Arrays.stream(Optional.ofNullable(request.getQueryString()).orElse("").split("&")).filter(p -> p.startsWith(name + "="))
                    .map(p -> URLDecoder.decode(p.substring(name.length() + 1), StandardCharsets.UTF_8)).findFirst();
        } catch (IllegalArgumentException e) {
            throw malformedQuery();
        }
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeader(name));
    }

    /**
     * The body as JSON.
     *
     * @param most the largest size in bytes
     * @throws HttpException 413 when it is too large or has too many values, 422 when it is no JSON
     */
    JsonValue json(long most) {
        try {
            return Jsons.readForeign(body(most));
        } catch (TooLargeJsonException e) {
            throw new HttpException(413, String.valueOf(e.getMessage()));
        } catch (BadJsonException e) {
            throw HttpException.invalid("json_invalid", "body", "", String.valueOf(e.getMessage()), JsonValue.NULL);
        }
    }

    private String body(long most) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(most))).toString();
        } catch (CharacterCodingException e) {
            throw HttpException.invalid("json_invalid", "body", "", "The body is not UTF-8", JsonValue.NULL);
        }
    }

    /**
     * The body.
     *
     * @param most the largest size in bytes
     * @throws HttpException 413 when it is too large
     */
    byte[] bytes(long most) {
        var tooLarge = "The request body is larger than " + most + " bytes.";
        if (request.getContentLengthLong() > most) {
            throw new HttpException(413, tooLarge);
        }
        try {
            var bytes = request.getInputStream().readNBytes((int) Math.min(most + 1, Integer.MAX_VALUE - 8));
            if (bytes.length > most) {
                throw new HttpException(413, tooLarge);
            }
            bodyRead = true;
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void json(int status, JsonValue body) {
        text(status, "application/json", JsonText.of(body));
    }

    /**
     * Answers with an error. If it comes before the body was read, the connection ends with it, and the client is told so: servers close
     * such a connection, and the client's next request on it would be lost.
     */
    private void refuse(int status, JsonValue detail) {
        if (!bodyRead && (request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null)) {
            response.setHeader("Connection", "close");
        }
        if (ErrorPage.isWanted(this)) {
            errors.show(this, status, detail instanceof JsonString text ? text.getString() : "");
        } else {
            json(status, Jsons.object().add("detail", detail).build());
        }
    }

    /** A text, compressed if it is large and the client can read that. */
    void text(int status, String contentType, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType(contentType);
        if (contentType.startsWith("text/")) {
            response.setCharacterEncoding("UTF-8");
        }
        if (bytes.length >= WORTH_COMPRESSING) {
            response.addHeader("Vary", "Accept-Encoding");
            if (accepts("gzip")) {
                response.setHeader("Content-Encoding", "gzip");
                bytes = gzip(bytes);
            }
        }
        send(bytes);
    }

    /** The browser's address, without a port. */
    String address() {
        return edge.visit(request).client();
    }

    /** Whether this request may change something: other sites' pages may not, unless the operator listed them. */
    boolean mayChange() {
        return edge.origins().allows(edge.claim(request));
    }

    /**
     * Keeps other sites' pages away from what is read but changes something all the same.
     *
     * @throws HttpException 403 if they sent this request
     */
    void requireMayChange() {
        if (!mayChange()) {
            throw new HttpException(403, "Requests from other sites are not allowed: " + header("Origin").orElse("no origin"));
        }
    }

    /** Whether this request comes from one of our own pages. */
    boolean isFromOwnPage() {
        return edge.origins().isOwnPage(edge.claim(request));
    }

    boolean accepts(String encoding) {
        return header("Accept-Encoding").orElse("").toLowerCase(Locale.ROOT).contains(encoding);
    }

    static byte[] gzip(byte[] bytes) {
        var out = new ByteArrayOutputStream(bytes.length / 3 + 64);
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Sends the browser elsewhere. */
    void redirect(int status, String location) {
        response.setHeader("Location", location);
        response.setStatus(status);
        send(new byte[0]);
    }

    void send(byte[] bytes) {
        response.setContentLength(bytes.length);
        try {
            if (!request.getMethod().equals("HEAD")) {
                response.getOutputStream().write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What a handler may see of this request; nothing when it does not look.
     *
     * @param dependency the listener
     * @param session the session's name
     */
    Request view(Optional<Dependency> listener, String session) {
        return listener.isEmpty() || listener.get().seesRequest() ? view(session, caller().user()) : Request.NONE;
    }

    private Map<String, String[]> parameters() {
        try {
            return request.getParameterMap();
        } catch (RuntimeException e) {
            throw malformedQuery();
        }
    }

    /** The request as an app's code sees it. */
    Request view(String session) {
        return view(session, caller().user());
    }

    private Request view(String session, String user) {
        var headers = new LinkedHashMap<String, List<String>>();
        for (var name : Collections.list(request.getHeaderNames())) {
            headers.put(name.toLowerCase(Locale.ROOT), Collections.list(request.getHeaders(name)));
        }
        var query = new LinkedHashMap<String, List<String>>();
        parameters().forEach((name, values) -> query.put(name, List.of(values)));
        return new Request(Map.copyOf(headers), cookies(), Map.copyOf(query), "/" + path, address(), user, session);
    }
}
