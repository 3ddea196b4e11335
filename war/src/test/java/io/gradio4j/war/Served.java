package io.gradio4j.war;

/** A server with {@code ContractApp}. The contracts that extend this are run against every server that is supported. */
public interface Served {

    /** A client of the app. */
    Caller app();
}
