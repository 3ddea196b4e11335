package io.gradio4j.impl.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.AuthenticationErrorResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.AuthenticationSuccessResponse;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import io.gradio4j.OAuthProfile;
import io.gradio4j.OAuthToken;
import io.gradio4j.impl.json.Jsons;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.lang.System.Logger;
import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Talks with the identity provider. What it says of itself is asked for when somebody signs in first. Safe for use by many threads. */
final class OidcProvider {

    private static final Logger LOG = System.getLogger(OidcProvider.class.getName());
    private static final int MILLIS = 10_000;
    private static final int MOST_BYTES = 1 << 20;

    private final OAuthSettings settings;
    private final ClientID client;
    private volatile @Nullable Known known;

    OidcProvider(OAuthSettings settings) {
        this.settings = settings;
        client = new ClientID(settings.clientId());
    }

    private record Known(OIDCProviderMetadata metadata, IDTokenValidator validator) {
    }

    /**
     * The provider's answer, not yet believed.
     *
     * @param state what it says it answers
     * @param code what to exchange
     */
    record Answer(String state, String code) {
    }

    private Known known() {
        var ready = known;
        if (ready != null) {
            return ready;
        }
        try {
            var metadata = OIDCProviderMetadata.resolve(new Issuer(settings.provider()), MILLIS, MILLIS);
            ready = new Known(metadata, validator(metadata));
            known = ready;
            return ready;
        } catch (GeneralException | IOException e) {
            throw unreachable(e);
        }
    }

    /** Only signatures that need a private key are believed: neither none nor a shared secret. */
    private IDTokenValidator validator(OIDCProviderMetadata metadata) throws IOException {
        var algorithms = new HashSet<>(metadata.getIDTokenJWSAlgs() == null ? List.of(JWSAlgorithm.RS256) : metadata.getIDTokenJWSAlgs());
        algorithms.retainAll(JWSAlgorithm.Family.SIGNATURE);
        var keys = JWKSourceBuilder.<SecurityContext>create(metadata.getJWKSetURI().toURL(),
                new DefaultResourceRetriever(MILLIS, MILLIS, MOST_BYTES)).retrying(true).build();
        return new IDTokenValidator(metadata.getIssuer(), client, new JWSVerificationKeySelector<>(Set.copyOf(algorithms), keys), null);
    }

    private SignInException unreachable(Exception cause) {
        LOG.log(Logger.Level.WARNING, () -> "The identity provider " + settings.provider() + " does not work: " + cause.getMessage());
        return new SignInException(502, "The identity provider does not work at the moment. Please try again later.", cause);
    }

    private static SignInException notAccepted(Exception cause) {
        LOG.log(Logger.Level.WARNING, "A sign-in was refused: {0}", cause.getMessage());
        return new SignInException(400, "The identity provider's answer is not accepted. Please start again.", cause);
    }

    URI authorization(OAuth.Attempt attempt) {
        return new AuthenticationRequest.Builder(ResponseType.CODE, new Scope(settings.scopes().toArray(String[]::new)), client,
                attempt.callback()).endpointURI(known().metadata().getAuthorizationEndpointURI()).state(new State(attempt.state()))
                .nonce(new Nonce(attempt.nonce())).codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256).build().toURI();
    }

    Answer answer(OAuth.Attempt attempt, String query) {
        try {
            var answer = AuthenticationResponseParser.parse(URI.create(attempt.callback() + "?" + query));
            if (answer.getIssuer() != null && !answer.getIssuer().equals(known().metadata().getIssuer())) {
                throw new ParseException("The answer is from another issuer");
            }
            if (answer instanceof AuthenticationErrorResponse error) {
                throw new SignInException(400, "The identity provider did not sign you in (" + error.getErrorObject().getCode() + ").");
            }
            var success = (AuthenticationSuccessResponse) answer;
            if (success.getState() == null || success.getAuthorizationCode() == null) {
                throw new ParseException("The answer has no state or no code");
            }
            return new Answer(success.getState().getValue(), success.getAuthorizationCode().getValue());
        } catch (ParseException | IllegalArgumentException e) {
            throw notAccepted(e);
        }
    }

    OAuth.Grant exchange(OAuth.Attempt attempt, String code) {
        var endpoint = known();
        try {
            var response = send(tokenRequest(endpoint.metadata(), new AuthorizationCodeGrant(new AuthorizationCode(code), attempt.callback(),
                    new CodeVerifier(attempt.verifier()))).toHTTPRequest());
            if (!response.indicatesSuccess()) {
                var error = TokenErrorResponse.parse(response).getErrorObject();
                throw new ParseException("The token endpoint answered " + response.getStatusCode() + " " + error.getCode());
            }
            var tokens = OIDCTokenResponse.parse(response).getOIDCTokens();
            var claims = endpoint.validator().validate(tokens.getIDToken(), new Nonce(attempt.nonce()));
            return new OAuth.Grant(profile(endpoint.metadata(), claims, tokens.getAccessToken()), token(tokens.getAccessToken()));
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw notAccepted(e);
        }
    }

    private TokenRequest tokenRequest(OIDCProviderMetadata metadata, AuthorizationCodeGrant grant) {
        var endpoint = metadata.getTokenEndpointURI();
        return settings.clientSecret().map(secret -> new TokenRequest.Builder(endpoint, authentication(metadata, new Secret(secret)), grant))
                .orElseGet(() -> new TokenRequest.Builder(endpoint, client, grant)).build();
    }

    private ClientAuthentication authentication(OIDCProviderMetadata metadata, Secret secret) {
        var methods = metadata.getTokenEndpointAuthMethods();
        var posts = methods != null && methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        return posts ? new ClientSecretPost(client, secret) : new ClientSecretBasic(client, secret);
    }

    private HTTPResponse send(HTTPRequest request) {
        request.setConnectTimeout(MILLIS);
        request.setReadTimeout(MILLIS);
        request.setFollowRedirects(false);
        try {
            return request.send();
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    /** The ID token's claims, with those of the user info endpoint when the token does not tell the name. */
    private OAuthProfile profile(OIDCProviderMetadata metadata, IDTokenClaimsSet idToken, AccessToken access) throws ParseException {
        var claims = new LinkedHashMap<>(idToken.toJSONObject());
        var subject = idToken.getSubject();
        if (!claims.containsKey("preferred_username") && metadata.getUserInfoEndpointURI() != null) {
            var response = UserInfoResponse.parse(send(new UserInfoRequest(metadata.getUserInfoEndpointURI(), access).toHTTPRequest()));
            if (response.indicatesSuccess() && response.toSuccessResponse().getUserInfo() != null) {
                var info = response.toSuccessResponse().getUserInfo();
                if (!info.getSubject().equals(subject)) {
                    throw new ParseException("The user info is of another user");
                }
                info.toJSONObject().forEach(claims::putIfAbsent);
            }
        }
        var json = Jsons.read(JSONObjectUtils.toJSONString(claims)).asJsonObject();
        var username = text(json, "preferred_username");
        return new OAuthProfile(text(json, "name"), username.isEmpty() ? subject.getValue() : username, text(json, "profile"),
                text(json, "picture"), json);
    }

    private static String text(JsonObject claims, String name) {
        return claims.get(name) instanceof JsonString s ? s.getString() : "";
    }

    /** A provider that names no scope has granted all that was asked for. */
    private OAuthToken token(AccessToken access) {
        return new OAuthToken(access.getValue(), access.getScope() == null ? String.join(" ", settings.scopes()) : access.getScope().toString(),
                access.getLifetime() > 0 ? Instant.now().plusSeconds(access.getLifetime()) : Instant.EPOCH);
    }
}
