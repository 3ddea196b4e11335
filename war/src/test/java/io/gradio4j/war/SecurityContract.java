package io.gradio4j.war;

import io.gradio4j.war.security.Rule01Files;
import io.gradio4j.war.security.Rule02Fetching;
import io.gradio4j.war.security.Rule03Redirects;
import io.gradio4j.war.security.Rule04Origins;
import io.gradio4j.war.security.Rule05UserFiles;
import io.gradio4j.war.security.Rule06Limits;
import io.gradio4j.war.security.Rule07Validation;
import io.gradio4j.war.security.Rule10Isolation;
import io.gradio4j.war.security.Rule11Private;

/** The security rules that every server has to keep. Those that need an app of their own are beside these as tests of the embedded server. */
interface SecurityContract extends Rule01Files, Rule02Fetching, Rule03Redirects, Rule04Origins, Rule05UserFiles, Rule06Limits, Rule07Validation,
        Rule10Isolation, Rule11Private {
}
