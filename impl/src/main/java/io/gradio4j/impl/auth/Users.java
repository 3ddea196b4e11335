package io.gradio4j.impl.auth;

import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/** A list of users with their passwords; only digests are kept. How long a check takes tells neither whether a name exists nor how right a password is. */
final class Users implements BiPredicate<String, String> {

    private final Secrets secrets;
    private final List<byte[]> digests;

    Users(Map<String, String> passwords, Secrets secrets) {
        this.secrets = secrets;
        digests = passwords.entrySet().stream().map(e -> digest(e.getKey(), e.getValue())).toList();
    }

    private byte[] digest(String user, String password) {
        return secrets.digest(user.length() + ":" + user + password);
    }

    @Override
    public boolean test(String user, String password) {
        var given = digest(user, password);
        var found = false;
        for (var digest : digests) {
            found |= MessageDigest.isEqual(digest, given);
        }
        return found;
    }
}
