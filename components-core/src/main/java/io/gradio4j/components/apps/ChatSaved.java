package io.gradio4j.components.apps;

import io.gradio4j.ApiVisibility;
import io.gradio4j.Block;
import io.gradio4j.Column;
import io.gradio4j.Event;
import io.gradio4j.Listener;
import io.gradio4j.Row;
import io.gradio4j.components.browserstate.BrowserState;
import io.gradio4j.components.button.Button;
import io.gradio4j.components.button.ButtonSize;
import io.gradio4j.components.button.Variant;
import io.gradio4j.components.chatbot.Chatbot;
import io.gradio4j.components.dataset.Dataset;
import io.gradio4j.components.dataset.DatasetLayout;
import io.gradio4j.components.dataset.IndexDataset;
import io.gradio4j.components.number.NumberField;
import io.gradio4j.components.textbox.Textbox;
import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import java.util.List;

/** Conversations that are kept in the browser, newest first. The page alone reads and writes them: no server sees them. */
final class ChatSaved {

    private static final String SAVE = """
            (current, messages, saved) => {
              const all = [...(saved ?? [])];
              if (!messages || messages.length === 0) return [current, all];
              if (current === null || current < 0) return [0, [messages, ...all]];
              all[current] = messages;
              return [current, all];
            }""";
    private static final String TITLES = """
            saved => [{ __type__: 'update', samples: (saved ?? []).map(messages => {
              const first = messages.find(message => message.role === 'user');
              const title = (first?.content ?? []).map(part => part.type === 'text' ? part.text : '📎 ').join('').trim() || 'Conversation';
              return [title.length > 40 ? title.slice(0, 40) + '...' : title];
            }) }]""";
    private static final String OPEN = "(index, saved) => [index, saved?.[index] ?? []]";
    private static final String BEGIN = "() => [-1, []]";
    private static final String FORGET = "(current, saved) => [-1, (saved ?? []).filter((messages, i) => i !== current)]";

    private final Chatbot chatbot;
    private final BrowserState<JsonArray> conversations;
    private final NumberField current = new NumberField("Conversation").value(-1).visible(false);
    private final Button begin = new Button(ChatSettings.words("new_chat")).variant(Variant.PRIMARY).size(ButtonSize.MD).scale(0);
    private final IndexDataset titles = Dataset.asIndex(new Textbox().visible(false)).showLabel(false).layout(DatasetLayout.TABLE).scale(0);

    ChatSaved(Chatbot chatbot, String name) {
        this.chatbot = chatbot;
        // the secret is no secret from who can read the browser's storage: a fixed one lets conversations outlive the server
        conversations = BrowserState.<JsonArray>of(JsonArray.class, JsonValue.EMPTY_JSON_ARRAY).storageKey("_saved_conversations_" + name)
                .secret("saved conversations");
    }

    /** The chat with the conversations beside it; of all its parts the chatbot alone grows with the window. */
    List<Block> around(Block... others) {
        return List.of(conversations, current, new Row(new Column(begin, titles).scale(1).minWidth(100),
                new Column(chatbot, new Column(others).scale(0)).scale(6)).scale(1));
    }

    void saveAfter(Listener answered) {
        hidden(answered.then()).inputs(current, chatbot, conversations).outputs(current, conversations).js(SAVE);
    }

    void listen() {
        hidden(conversations.onChange()).inputs(conversations).outputs(List.of(titles)).js(TITLES);
        hidden(titles.onClick()).inputs(titles, conversations).outputs(current, chatbot).js(OPEN);
        hidden(begin.onClick()).outputs(current, chatbot).js(BEGIN);
        hidden(chatbot.onClear()).inputs(current, conversations).outputs(current, conversations).js(FORGET);
    }

    private static Event hidden(Event event) {
        return event.queue(false).apiVisibility(ApiVisibility.PRIVATE);
    }
}
