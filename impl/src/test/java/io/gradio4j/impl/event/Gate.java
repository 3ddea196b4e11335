package io.gradio4j.impl.event;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** A handler's body that waits until the test lets it go, and counts who is inside. */
final class Gate {

    private final Semaphore passes = new Semaphore(0);
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger entered = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger interrupted = new AtomicInteger();
    private final CountDownLatch stubborn = new CountDownLatch(1);

    /** Waits for a pass. */
    void enter() throws InterruptedException {
        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
        entered.incrementAndGet();
        try {
            if (!passes.tryAcquire(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the test let nobody go");
            }
        } catch (InterruptedException e) {
            interrupted.incrementAndGet();
            throw e;
        } finally {
            inside.decrementAndGet();
        }
    }

    /** Waits for a pass, whoever interrupts. */
    void enterStubbornly() throws TimeoutException {
        entered.incrementAndGet();
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (System.nanoTime() < end) {
            try {
                if (stubborn.await(10, TimeUnit.SECONDS)) {
                    return;
                }
            } catch (InterruptedException e) {
                interrupted.incrementAndGet();
            }
        }
        throw new TimeoutException();
    }

    void letGo(int many) {
        passes.release(many);
    }

    void letStubbornGo() {
        stubborn.countDown();
    }

    int entered() {
        return entered.get();
    }

    int inside() {
        return inside.get();
    }

    int most() {
        return most.get();
    }

    int interrupted() {
        return interrupted.get();
    }
}
