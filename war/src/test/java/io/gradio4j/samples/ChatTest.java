package io.gradio4j.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.gradio4j.AppTester;
import io.gradio4j.Blocks;
import io.gradio4j.Column;
import io.gradio4j.Handler;
import io.gradio4j.I18n;
import io.gradio4j.ListenerDefinition;
import io.gradio4j.Update;
import io.gradio4j.Updates;
import io.gradio4j.components.apps.CacheMode;
import io.gradio4j.components.apps.ChatInterface;
import io.gradio4j.components.apps.ChatReply;
import io.gradio4j.components.chatbot.ChatExample;
import io.gradio4j.components.chatbot.ChatMessage;
import io.gradio4j.components.chatbot.Chatbot;
import io.gradio4j.components.chatbot.ReasoningTag;
import io.gradio4j.components.flagging.FlaggingMode;
import io.gradio4j.components.multimodaltextbox.MultimodalTextbox;
import io.gradio4j.components.multimodaltextbox.MultimodalValue;
import io.gradio4j.components.slider.Slider;
import io.gradio4j.components.textbox.Textbox;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Chats, as a person uses them. */
class ChatTest {

    private static List<String> said(AppTester app) {
        return ((List<?>) app.value("Chatbot")).stream().map(ChatMessage.class::cast).map(m -> m.role() + ": " + m.text()).toList();
    }

    private static AppTester say(AppTester app, String message) {
        return app.set("Message", message).submit("Message");
    }

    private static JsonValue at(int index, String value) {
        return Json.createObjectBuilder().add("index", index).add("value", value).build();
    }

    @Test
    void aFunctionAnswersWithTheHistoryBefore() {
        try (var app = AppTester.of(ChatInterface.of((message, history) -> "You said: " + message + " after " + history.size()))) {
            say(app, "Hi");
            say(app, "Bye");

            assertThat(said(app)).containsExactly("USER: Hi", "ASSISTANT: You said: Hi after 0", "USER: Bye", "ASSISTANT: You said: Bye after 2");
            assertThat(app.value("Message")).isEqualTo("");
            assertThat(app.property("Message", "interactive")).isEqualTo(JsonValue.TRUE);
            assertThat(app.property("Message", "placeholder")).isEqualTo(Json.createValue(new I18n().text("chat_interface.message_placeholder")));
        }
    }

    @Test
    void aChatIsOnePieceWhereverItStands() {
        assertThat(ChatInterface.of((message, history) -> message).title("Talk").saveHistory(true).blocks().children()).singleElement()
                .isInstanceOf(Column.class);
    }

    @Test
    void theEndpointGivesPartsOfAnAnswerOnlyIfTheFunctionDoes() {
        assertThat(endpoint(ChatInterface.of((message, history) -> message)).handler()).containsInstanceOf(Handler.Returning.class);
        assertThat(endpoint(ChatInterface.streaming((message, history) -> Stream.of(message))).handler()).containsInstanceOf(Handler.Emitting.class);
    }

    @Test
    void theEndpointGivesTheAdditionalOutputs() throws Exception {
        var count = new Slider("Count");
        var endpoint = endpoint(ChatInterface.of((message, history) -> ChatReply.of(message).and(count, 7.0)).additionalOutputs(count));

        assertThat(endpoint.outputs()).hasSize(3).endsWith(count);
        var result = ((Handler.Returning) endpoint.handler().orElseThrow()).function().apply(new Object[] {"Hi", "[]"});
        assertThat(((Updates) Objects.requireNonNull(result)).all()).hasSize(3).contains(new Update.OfValue(count, 7.0));
    }

    private static ListenerDefinition endpoint(ChatInterface chat) {
        return chat.blocks().listeners().stream().filter(listener -> listener.apiName().filter("chat"::equals).isPresent()).findFirst().orElseThrow();
    }

    @Test
    void nothingListensToExamplesThatThereAreNot() {
        assertThat(ChatInterface.of((message, history) -> message).chatbot().listeners()).flatExtracting(ListenerDefinition::targets)
                .extracting(ListenerDefinition.Target::event).isNotEmpty().doesNotContain("example_select");
    }

    @Test
    void answersComeInAllForms() {
        var forms = List.<Object>of(ChatMessage.assistant("a message"), List.of("two", "texts"), new Slider(0, 10, 5), new MultimodalValue("a value"),
                ChatMessage.assistant("thought").title("T"), List.of());
        var next = new AtomicInteger();
        try (var app = AppTester.of(ChatInterface.of((message, history) -> forms.get(next.getAndIncrement())))) {
            forms.forEach(form -> say(app, "?"));

            assertThat(said(app)).containsExactly("USER: ?", "ASSISTANT: a message", "USER: ?", "ASSISTANT: two", "ASSISTANT: texts", "USER: ?",
                    "ASSISTANT: ", "USER: ?", "ASSISTANT: a value", "USER: ?", "ASSISTANT: thought", "USER: ?");
        }
    }

    @Test
    void whatIsNoAnswerIsAnError() {
        try (var app = AppTester.of(new ErrorsShown(ChatInterface.of((message, history) -> 3)))) {
            say(app, "Hi");

            assertThat(app.messages()).last().asString().contains("A chat answers with a text").contains("java.lang.Integer");
            assertThat(app.property("Message", "interactive")).as("the person can go on").isEqualTo(JsonValue.TRUE);
        }
    }

    private record ErrorsShown(ChatInterface chat) implements io.gradio4j.GradioApp {
        @Override
        public Blocks build() {
            return chat.page(page -> page.showError(true)).blocks();
        }
    }

    @Test
    void streamsReplaceAndPiecesAreAdded() {
        try (var app = AppTester.of(ChatInterface.streaming((message, history) -> Stream.of("A", "Ab", "Abc", "Other")))) {
            assertThat(said(say(app, "Hi"))).containsExactly("USER: Hi", "ASSISTANT: Other");
        }
        try (var app = AppTester.of(ChatInterface.emitting((message, history, out) -> {
            out.append("One");
            out.append(" two\n");
            out.append("three");
        }))) {
            assertThat(said(say(app, "Hi"))).containsExactly("USER: Hi", "ASSISTANT: One two\nthree");
        }
    }

    @Test
    void thinkingBecomesThoughtsWhileItStreams() {
        var chat = ChatInterface.emitting((message, history, out) -> {
            out.append("<think>hm");
            out.append("m</think>Yes");
        }).chatbot(new Chatbot("Chatbot").reasoningTags(new ReasoningTag("<think>", "</think>")));
        try (var app = AppTester.of(chat)) {
            say(app, "Hi");

            assertThat(said(app)).containsExactly("USER: Hi", "ASSISTANT: hmm", "ASSISTANT: Yes");
        }
    }

    @Test
    void additionalInputsAndOutputsAreTyped() {
        var system = new Textbox("System prompt").value("kind");
        var count = new Slider("Count");
        var chat = ChatInterface.of((message, history, more) -> ChatReply.of("Be " + more.get(system)).and(count, 7.0))
                .additionalInputs(system).additionalOutputs(count);
        try (var app = AppTester.of(Blocks.of(new Column(count), chat.blocks()))) {
            assertThat(said(say(app, "Hi"))).containsExactly("USER: Hi", "ASSISTANT: Be kind");
            assertThat(app.value("Count")).isEqualTo(7.0);
        }
    }

    @Test
    void additionalInputsMayStandElsewhere() {
        var system = new Textbox("System prompt").value("kind");
        var chat = ChatInterface.of((message, history, more) -> "Be " + more.get(system)).additionalInputs(system).placeAdditionalInputs(false);
        try (var app = AppTester.of(Blocks.of(new Column(system), chat.blocks()))) {
            assertThat(said(say(app.set("System prompt", "brief"), "Hi"))).containsExactly("USER: Hi", "ASSISTANT: Be brief");
        }
    }

    @Test
    void aPersonAsksAgainTakesBackAndEdits() {
        var times = new AtomicInteger();
        try (var app = AppTester.of(ChatInterface.of((message, history) -> message + " " + times.incrementAndGet()).editable(true))) {
            say(app, "a");
            say(app, "b");
            app.fire("Chatbot", "retry", at(2, "b"));
            assertThat(said(app)).containsExactly("USER: a", "ASSISTANT: a 1", "USER: b", "ASSISTANT: b 3");

            app.fire("Chatbot", "undo", at(2, "b"));
            assertThat(said(app)).containsExactly("USER: a", "ASSISTANT: a 1");
            assertThat(app.value("Message")).isEqualTo("b");

            app.fire("Chatbot", "edit", Json.createObjectBuilder().add("index", 0).add("value", "c").add("previous_value", "a").build());
            assertThat(said(app)).containsExactly("USER: c", "ASSISTANT: c 4");

            app.fire("Chatbot", "option_select", at(1, "d"));
            assertThat(said(app)).containsExactly("USER: c", "ASSISTANT: c 4", "USER: d", "ASSISTANT: d 5");
        }
    }

    @Test
    void examplesAreAnsweredFilledInOrRemembered() {
        var times = new AtomicInteger();
        try (var app = AppTester.of(ChatInterface.of((message, history) -> message + times.incrementAndGet()).examples("Hello", "Hola"))) {
            app.fire("Chatbot", "example_select", at(1, "Hola"));
            assertThat(said(app)).containsExactly("USER: Hola", "ASSISTANT: Hola1");
        }
        try (var app = AppTester.of(ChatInterface.of((message, history) -> message).examples(new ChatExample("Hello")).runExamplesOnClick(false))) {
            app.fire("Chatbot", "example_select", at(0, "Hello"));
            assertThat(said(app)).isEmpty();
            assertThat(app.value("Message")).isEqualTo("Hello");
        }
        var cached = ChatInterface.of((message, history) -> message + times.incrementAndGet()).examples("Hello").cacheExamples(true).cacheMode(CacheMode.LAZY);
        for (var visit = 0; visit < 2; visit++) {
            try (var app = AppTester.of(cached)) {
                app.fire("Chatbot", "example_select", at(0, "Hello"));
                assertThat(said(app)).containsExactly("USER: Hello", "ASSISTANT: Hello2");
                assertThat(app.property("Message", "interactive")).isEqualTo(JsonValue.TRUE);
            }
        }
    }

    @Test
    void answersToExamplesAreThereBeforeTheyAreChosen() {
        var asked = new ArrayList<String>();
        var chat = ChatInterface.emitting((message, history, out) -> {
            asked.add(message + history.size());
            out.append("You said ");
            out.append(message);
        }).examples("Hello", "Hola").cacheExamples(true);
        try (var app = AppTester.of(chat)) {
            assertThat(asked).containsExactly("Hello0", "Hola0");
            app.fire("Chatbot", "example_select", at(1, "Hola"));
            assertThat(said(app)).containsExactly("USER: Hola", "ASSISTANT: You said Hola");
            assertThat(said(say(app, "Bye"))).last().isEqualTo("ASSISTANT: You said Bye");
            assertThat(asked).containsExactly("Hello0", "Hola0", "Bye2");
        }
    }

    @Test
    void examplesThatDoNotFitTheAdditionalInputsAreRefused() {
        var chat = ChatInterface.of((message, history, more) -> "ok").additionalInputs(new Slider("Times")).row("Hi", 1, 2);
        assertThatIllegalArgumentException().isThrownBy(chat::build).withMessage("The example \"Hi\" has 2 values, but the chat has 1 additional inputs");
    }

    @Test
    void aFieldOfTheAppsOwnKeepsItsButtons() {
        try (var app = AppTester.of(ChatInterface.of((message, history) -> "ok").textbox(new Textbox("Ask").submitBtn("Go").stopBtn("Halt").placeholder("What?")))) {
            assertThat(app.property("Ask", "submit_btn")).isEqualTo(Json.createValue("Go"));
            assertThat(app.property("Ask", "stop_btn")).as("nothing is to be stopped yet").isEqualTo(JsonValue.FALSE);
            app.set("Ask", "Hi").submit("Ask");
            assertThat(app.property("Ask", "submit_btn")).isEqualTo(Json.createValue("Go"));
            assertThat(app.property("Ask", "placeholder")).isEqualTo(Json.createValue("What?"));
        }
    }

    @Test
    void answersThatCannotBeThereBeforeAreRefused() {
        var failing = ChatInterface.of((message, history) -> {
            throw new IllegalStateException("no model");
        }).examples("Hello").cacheExamples(true);
        assertThatIllegalStateException().isThrownBy(failing::build).withMessage("The chat's function failed for the example \"Hello\": no model");
        var more = new Textbox("More");
        var depending = ChatInterface.of((message, history, values) -> values.get(more)).additionalInputs(more).examples("Hello").cacheExamples(true);
        assertThat(depending.build().children()).isNotEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> ChatInterface.of((message, history, values) -> values.get(more)).additionalInputs(new Textbox("Other"))
                .examples("Hello").cacheExamples(true).cacheMode(CacheMode.EAGER).build()).withMessageContaining("CacheMode.LAZY");
    }

    @Test
    void aMessageThatBreaksTheRuleIsNotSent() {
        try (var app = AppTester.of(ChatInterface.of((message, history) -> "ok").validate(text -> !text.isBlank(), "Say something"))) {
            say(app, " ");
            assertThat(said(app)).isEmpty();
            assertThat(app.value("Message")).isEqualTo(" ");
            assertThat(said(say(app, "Hi"))).hasSize(2);
        }
    }

    @Test
    void marksGoToTheCallback() {
        var marks = new ArrayList<String>();
        var chat = ChatInterface.of((message, history) -> "ok").flagging((mark, messages) -> marks.add(mark.mark() + " of " + messages.size()))
                .flaggingOptions("Like", "Spam");
        try (var app = AppTester.of(chat)) {
            say(app, "Hi");
            app.fire("Chatbot", "like", Json.createObjectBuilder().add("index", 1).add("liked", "Spam").build());

            assertThat(marks).containsExactly("Spam of 2");
            assertThat(app.property("Chatbot", "feedback_options")).hasToString("[\"Like\",\"Spam\"]");
            assertThat(app.property("Chatbot", "likeable")).isEqualTo(JsonValue.TRUE);
        }
    }

    @Test
    void marksAreWrittenDown(@TempDir Path folder) throws IOException {
        try (var app = AppTester.of(ChatInterface.of((message, history) -> "=1+1").flaggingMode(FlaggingMode.MANUAL).flaggingDir(folder))) {
            say(app, "Hi, you");
            for (var liked : new String[] {"Like", ""}) {
                app.fire("Chatbot", "like", Json.createObjectBuilder().add("index", 1).add("value", "=1+1").add("liked", liked).build());
            }
            assertThat(Files.readAllLines(folder.resolve("log.csv"))).hasSize(3).first().isEqualTo("conversation,index,value,flag,timestamp");
            assertThat(Files.readString(folder.resolve("log.csv"))).contains("Hi, you").contains(",Like,").contains(",,");
        }
        assertThatIllegalArgumentException().isThrownBy(() -> ChatInterface.of((message, history) -> "").flaggingMode(FlaggingMode.AUTO).blocks());
    }

    @Test
    void filesComeWithTheMessage() {
        try (var app = AppTester.of(ChatInterface.multimodal().of((message, history) -> message.files().size() + " files, " + message.text()))) {
            app.set("Message", new MultimodalValue("Hi")).submit("Message");
            assertThat(said(app)).containsExactly("USER: Hi", "ASSISTANT: 0 files, Hi");
            assertThat(app.value("Message")).isEqualTo(new MultimodalValue(""));
        }
    }

    @Test
    void fieldsOfTheOtherKindAreRefusedAndSoIsALateSetting() {
        var chat = ChatInterface.of((message, history) -> "ok");
        assertThatIllegalArgumentException().isThrownBy(() -> chat.textbox(new MultimodalTextbox("M")).blocks()).withMessageContaining("needs a Textbox");
        assertThatIllegalArgumentException().isThrownBy(() -> ChatInterface.multimodal().of((m, h) -> "ok").textbox(new Textbox("T")))
                .withMessageContaining("needs a MultimodalTextbox");
        chat.blocks();
        assertThatIllegalStateException().isThrownBy(() -> chat.title("Late")).withMessageContaining("set it up before");
    }
}
