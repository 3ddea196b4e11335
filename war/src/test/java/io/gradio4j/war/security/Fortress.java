package io.gradio4j.war.security;

import io.gradio4j.war.Caller;
import io.gradio4j.war.FileTree;

/** A server under attack, with the apps {@code ContractApp} and {@code FilesApp}. */
public interface Fortress {

    /** A client of {@code ContractApp}. */
    Caller app();

    /** A client of {@code FilesApp}. */
    Caller files();

    /** The folders that the server was started with. */
    FileTree tree();
}
