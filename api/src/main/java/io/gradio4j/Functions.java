package io.gradio4j;

import org.jspecify.annotations.Nullable;

/**
 * The shapes of handlers: {@code FnN} returns, {@code ActN} returns nothing, {@code EmitN} pushes into its last argument. N is the number of
 * inputs. All may throw checked exceptions.
 */
public final class Functions {

    private Functions() {
    }

    /**
     * Takes no input, returns a result.
     * 
     * @param <R> the result's type
     */
    @FunctionalInterface
    public interface Fn0<R extends @Nullable Object> {
        /**
         * Calls it.
         *
         * @return the result
         * @throws Exception anything the app throws
         */
        R apply() throws Exception;
    }

    /**
     * Takes no input, returns nothing.
     */
    @FunctionalInterface
    public interface Act0 {
        /**
         * Calls it.
         *
         * @throws Exception anything the app throws
         */
        void accept() throws Exception;
    }

    /**
     * Takes no input, pushes its results.
     * 
     * @param <R> what one update is
     */
    @FunctionalInterface
    public interface Emit0<R extends @Nullable Object> {
        /**
         * Calls it.
         *
         * @param sink takes the updates
         * @throws Exception anything the app throws
         */
        void accept(Sink<R> sink) throws Exception;
    }

    /**
     * Takes one input, returns a result.
     * 
     * @param <A> the type of input 1
     * @param <R> the result's type
     */
    @FunctionalInterface
    public interface Fn1<A extends @Nullable Object, R extends @Nullable Object> {
        /**
         * Calls it.
         *
         * @param a input 1
         * @return the result
         * @throws Exception anything the app throws
         */
        R apply(A a) throws Exception;
    }

    /**
     * Takes one input, returns nothing.
     * 
     * @param <A> the type of input 1
     */
    @FunctionalInterface
    public interface Act1<A extends @Nullable Object> {
        /**
         * Calls it.
         *
         * @param a input 1
         * @throws Exception anything the app throws
         */
        void accept(A a) throws Exception;
    }

    /**
     * Takes one input, pushes its results.
     * 
     * @param <A> the type of input 1
     * @param <R> what one update is
     */
    @FunctionalInterface
    public interface Emit1<A extends @Nullable Object, R extends @Nullable Object> {
        /**
         * Calls it.
         *
         * @param a input 1
         * @param sink takes the updates
         * @throws Exception anything the app throws
         */
        void accept(A a, Sink<R> sink) throws Exception;
    }

    /**
     * Takes 2 inputs, returns a result.
     * 
     * @param <A> the type of input 1
     * @param <B> the type of input 2
     * @param <R> the result's type
     */
    @FunctionalInterface
    public interface Fn2<A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object> {
        /**
         * Calls it.
         *
         * @param a input 1
         * @param b input 2
         * @return the result
         * @throws Exception anything the app throws
         */
        R apply(A a, B b) throws Exception;
    }

    /**
     * Takes 2 inputs, returns nothing.
     * 
     * @param <A> the type of input 1
     * @param <B> the type of input 2
     */
    @FunctionalInterface
    public interface Act2<A extends @Nullable Object, B extends @Nullable Object> {
        /**
         * Calls it.
         *
         * @param a input 1
         * @param b input 2
         * @throws Exception anything the app throws
         */
        void accept(A a, B b) throws Exception;
    }

    /**
     * Takes 2 inputs, pushes its results.
     * 
     * @param <A> the type of input 1
     * @param <B> the type of input 2
     * @param <R> what one update is
     */
    @FunctionalInterface
    public interface Emit2<A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object> {
        /**
         * Calls it.
         *
         * @param a input 1
         * @param b input 2
         * @param sink takes the updates
         * @throws Exception anything the app throws
         */
        void accept(A a, B b, Sink<R> sink) throws Exception;
    }

    /**
     * Takes 3 inputs, returns a result.
     * 
     * @param <A> the type of input 1
     * @param <B> the type of input 2
     * @param <C> the type of input 3
     * @param <R> the result's type
     */
    @FunctionalInterface
    public interface Fn3<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, R extends @Nullable Object> {
        /**
         * Calls it.
         *
         * @param a input 1
         * @param b input 2
         * @param c input 3
         * @return the result
         * @throws Exception anything the app throws
         */
        R apply(A a, B b, C c) throws Exception;
    }

    /**
     * Takes 3 inputs, returns nothing.
     * 
     * @param <A> the type of input 1
     * @param <B> the type of input 2
     * @param <C> the type of input 3
     */
    @FunctionalInterface
    public interface Act3<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object> {
        /**
         * Calls it.
         *
         * @param a input 1
         * @param b input 2
         * @param c input 3
         * @throws Exception anything the app throws
         */
        void accept(A a, B b, C c) throws Exception;
    }

    /**
     * Takes 3 inputs, pushes its results.
     * 
     * @param <A> the type of input 1
     * @param <B> the type of input 2
     * @param <C> the type of input 3
     * @param <R> what one update is
     */
    @FunctionalInterface
    public interface Emit3<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, R extends @Nullable Object> {
        /**
         * Calls it.
         *
         * @param a input 1
         * @param b input 2
         * @param c input 3
         * @param sink takes the updates
         * @throws Exception anything the app throws
         */
        void accept(A a, B b, C c, Sink<R> sink) throws Exception;
    }

    /**
     * Takes 4 inputs, returns a result.
     * 
     * @param <A> the type of input 1
     * @param <B> the type of input 2
     * @param <C> the type of input 3
     * @param <D> the type of input 4
     * @param <R> the result's type
     */
    @FunctionalInterface
    public interface Fn4<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, R extends @Nullable Object> {
        /**
         * Calls it.
         *
         * @param a input 1
         * @param b input 2
         * @param c input 3
         * @param d input 4
         * @return the result
         * @throws Exception anything the app throws
         */
        R apply(A a, B b, C c, D d) throws Exception;
    }

    /**
     * Takes 4 inputs, returns nothing.
     * 
     * @param <A> the type of input 1
     * @param <B> the type of input 2
     * @param <C> the type of input 3
     * @param <D> the type of input 4
     */
    @FunctionalInterface
    public interface Act4<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object> {
        /**
         * Calls it.
         *
         * @param a input 1
         * @param b input 2
         * @param c input 3
         * @param d input 4
         * @throws Exception anything the app throws
         */
        void accept(A a, B b, C c, D d) throws Exception;
    }

    /**
     * Takes 4 inputs, pushes its results.
     * 
     * @param <A> the type of input 1
     * @param <B> the type of input 2
     * @param <C> the type of input 3
     * @param <D> the type of input 4
     * @param <R> what one update is
     */
    @FunctionalInterface
    public interface Emit4<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, R extends @Nullable Object> {
        /**
         * Calls it.
         *
         * @param a input 1
         * @param b input 2
         * @param c input 3
         * @param d input 4
         * @param sink takes the updates
         * @throws Exception anything the app throws
         */
        void accept(A a, B b, C c, D d, Sink<R> sink) throws Exception;
    }

    /**
     * Takes 5 inputs, returns a result.
     * 
     * @param <A> the type of input 1
     * @param <B> the type of input 2
     * @param <C> the type of input 3
     * @param <D> the type of input 4
     * @param <E> the type of input 5
     * @param <R> the result's type
     */
    @FunctionalInterface
    public interface Fn5<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, R extends @Nullable Object> {
        /**
         * Calls it.
         *
         * @param a input 1
         * @param b input 2
         * @param c input 3
         * @param d input 4
         * @param e input 5
         * @return the result
         * @throws Exception anything the app throws
         */
        R apply(A a, B b, C c, D d, E e) throws Exception;
    }

    /**
     * Takes 5 inputs, returns nothing.
     * 
     * @param <A> the type of input 1
     * @param <B> the type of input 2
     * @param <C> the type of input 3
     * @param <D> the type of input 4
     * @param <E> the type of input 5
     */
    @FunctionalInterface
    public interface Act5<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object> {
        /**
         * Calls it.
         *
         * @param a input 1
         * @param b input 2
         * @param c input 3
         * @param d input 4
         * @param e input 5
         * @throws Exception anything the app throws
         */
        void accept(A a, B b, C c, D d, E e) throws Exception;
    }

    /**
     * Takes 5 inputs, pushes its results.
     * 
     * @param <A> the type of input 1
     * @param <B> the type of input 2
     * @param <C> the type of input 3
     * @param <D> the type of input 4
     * @param <E> the type of input 5
     * @param <R> what one update is
     */
    @FunctionalInterface
    public interface Emit5<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, R extends @Nullable Object> {
        /**
         * Calls it.
         *
         * @param a input 1
         * @param b input 2
         * @param c input 3
         * @param d input 4
         * @param e input 5
         * @param sink takes the updates
         * @throws Exception anything the app throws
         */
        void accept(A a, B b, C c, D d, E e, Sink<R> sink) throws Exception;
    }

    /**
     * Takes 6 inputs, returns a result.
     * 
     * @param <A> the type of input 1
     * @param <B> the type of input 2
     * @param <C> the type of input 3
     * @param <D> the type of input 4
     * @param <E> the type of input 5
     * @param <F> the type of input 6
     * @param <R> the result's type
     */
    @FunctionalInterface
    public interface Fn6<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object, R extends @Nullable Object> {
        /**
         * Calls it.
         *
         * @param a input 1
         * @param b input 2
         * @param c input 3
         * @param d input 4
         * @param e input 5
         * @param f input 6
         * @return the result
         * @throws Exception anything the app throws
         */
        R apply(A a, B b, C c, D d, E e, F f) throws Exception;
    }

    /**
     * Takes 6 inputs, returns nothing.
     * 
     * @param <A> the type of input 1
     * @param <B> the type of input 2
     * @param <C> the type of input 3
     * @param <D> the type of input 4
     * @param <E> the type of input 5
     * @param <F> the type of input 6
     */
    @FunctionalInterface
    public interface Act6<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object> {
        /**
         * Calls it.
         *
         * @param a input 1
         * @param b input 2
         * @param c input 3
         * @param d input 4
         * @param e input 5
         * @param f input 6
         * @throws Exception anything the app throws
         */
        void accept(A a, B b, C c, D d, E e, F f) throws Exception;
    }

    /**
     * Takes 6 inputs, pushes its results.
     * 
     * @param <A> the type of input 1
     * @param <B> the type of input 2
     * @param <C> the type of input 3
     * @param <D> the type of input 4
     * @param <E> the type of input 5
     * @param <F> the type of input 6
     * @param <R> what one update is
     */
    @FunctionalInterface
    public interface Emit6<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object, R extends @Nullable Object> {
        /**
         * Calls it.
         *
         * @param a input 1
         * @param b input 2
         * @param c input 3
         * @param d input 4
         * @param e input 5
         * @param f input 6
         * @param sink takes the updates
         * @throws Exception anything the app throws
         */
        void accept(A a, B b, C c, D d, E e, F f, Sink<R> sink) throws Exception;
    }

    /**
     * Takes 7 inputs, returns a result.
     * 
     * @param <A> the type of input 1
     * @param <B> the type of input 2
     * @param <C> the type of input 3
     * @param <D> the type of input 4
     * @param <E> the type of input 5
     * @param <F> the type of input 6
     * @param <G> the type of input 7
     * @param <R> the result's type
     */
    @FunctionalInterface
    public interface Fn7<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object, G extends @Nullable Object, R extends @Nullable Object> {
        /**
         * Calls it.
         *
         * @param a input 1
         * @param b input 2
         * @param c input 3
         * @param d input 4
         * @param e input 5
         * @param f input 6
         * @param g input 7
         * @return the result
         * @throws Exception anything the app throws
         */
        R apply(A a, B b, C c, D d, E e, F f, G g) throws Exception;
    }

    /**
     * Takes 7 inputs, returns nothing.
     * 
     * @param <A> the type of input 1
     * @param <B> the type of input 2
     * @param <C> the type of input 3
     * @param <D> the type of input 4
     * @param <E> the type of input 5
     * @param <F> the type of input 6
     * @param <G> the type of input 7
     */
    @FunctionalInterface
    public interface Act7<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object, G extends @Nullable Object> {
        /**
         * Calls it.
         *
         * @param a input 1
         * @param b input 2
         * @param c input 3
         * @param d input 4
         * @param e input 5
         * @param f input 6
         * @param g input 7
         * @throws Exception anything the app throws
         */
        void accept(A a, B b, C c, D d, E e, F f, G g) throws Exception;
    }

    /**
     * Takes 7 inputs, pushes its results.
     * 
     * @param <A> the type of input 1
     * @param <B> the type of input 2
     * @param <C> the type of input 3
     * @param <D> the type of input 4
     * @param <E> the type of input 5
     * @param <F> the type of input 6
     * @param <G> the type of input 7
     * @param <R> what one update is
     */
    @FunctionalInterface
    public interface Emit7<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object, G extends @Nullable Object, R extends @Nullable Object> {
        /**
         * Calls it.
         *
         * @param a input 1
         * @param b input 2
         * @param c input 3
         * @param d input 4
         * @param e input 5
         * @param f input 6
         * @param g input 7
         * @param sink takes the updates
         * @throws Exception anything the app throws
         */
        void accept(A a, B b, C c, D d, E e, F f, G g, Sink<R> sink) throws Exception;
    }

    /**
     * Takes 8 inputs, returns a result.
     * 
     * @param <A> the type of input 1
     * @param <B> the type of input 2
     * @param <C> the type of input 3
     * @param <D> the type of input 4
     * @param <E> the type of input 5
     * @param <F> the type of input 6
     * @param <G> the type of input 7
     * @param <H> the type of input 8
     * @param <R> the result's type
     */
    @FunctionalInterface
    public interface Fn8<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object, G extends @Nullable Object, H extends @Nullable Object, R extends @Nullable Object> {
        /**
         * Calls it.
         *
         * @param a input 1
         * @param b input 2
         * @param c input 3
         * @param d input 4
         * @param e input 5
         * @param f input 6
         * @param g input 7
         * @param h input 8
         * @return the result
         * @throws Exception anything the app throws
         */
        R apply(A a, B b, C c, D d, E e, F f, G g, H h) throws Exception;
    }

    /**
     * Takes 8 inputs, returns nothing.
     * 
     * @param <A> the type of input 1
     * @param <B> the type of input 2
     * @param <C> the type of input 3
     * @param <D> the type of input 4
     * @param <E> the type of input 5
     * @param <F> the type of input 6
     * @param <G> the type of input 7
     * @param <H> the type of input 8
     */
    @FunctionalInterface
    public interface Act8<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object, G extends @Nullable Object, H extends @Nullable Object> {
        /**
         * Calls it.
         *
         * @param a input 1
         * @param b input 2
         * @param c input 3
         * @param d input 4
         * @param e input 5
         * @param f input 6
         * @param g input 7
         * @param h input 8
         * @throws Exception anything the app throws
         */
        void accept(A a, B b, C c, D d, E e, F f, G g, H h) throws Exception;
    }

    /**
     * Takes 8 inputs, pushes its results.
     * 
     * @param <A> the type of input 1
     * @param <B> the type of input 2
     * @param <C> the type of input 3
     * @param <D> the type of input 4
     * @param <E> the type of input 5
     * @param <F> the type of input 6
     * @param <G> the type of input 7
     * @param <H> the type of input 8
     * @param <R> what one update is
     */
    @FunctionalInterface
    public interface Emit8<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object, G extends @Nullable Object, H extends @Nullable Object, R extends @Nullable Object> {
        /**
         * Calls it.
         *
         * @param a input 1
         * @param b input 2
         * @param c input 3
         * @param d input 4
         * @param e input 5
         * @param f input 6
         * @param g input 7
         * @param h input 8
         * @param sink takes the updates
         * @throws Exception anything the app throws
         */
        void accept(A a, B b, C c, D d, E e, F f, G g, H h, Sink<R> sink) throws Exception;
    }
}
