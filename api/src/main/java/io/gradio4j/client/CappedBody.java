package io.gradio4j.client;

import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Collects an answer's bytes as long as they are not too many. */
final class CappedBody implements BodySubscriber<byte[]> {

    private final BodySubscriber<byte[]> bytes = BodySubscribers.ofByteArray();
    private final long cap;
    private long size;
    private Flow.@Nullable Subscription subscription;

    CappedBody(long cap) {
        this.cap = cap;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return bytes.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        this.subscription = subscription;
        bytes.onSubscribe(subscription);
    }

    @Override
    public void onNext(List<ByteBuffer> part) {
        size += part.stream().mapToLong(ByteBuffer::remaining).sum();
        if (size <= cap) {
            bytes.onNext(part);
        } else if (subscription != null) {
            subscription.cancel();
            bytes.onError(new BadAnswerException("the answer has more than " + cap + " bytes"));
        }
    }

    @Override
    public void onError(Throwable failure) {
        bytes.onError(failure);
    }

    @Override
    public void onComplete() {
        if (size <= cap) {
            bytes.onComplete();
        }
    }
}
