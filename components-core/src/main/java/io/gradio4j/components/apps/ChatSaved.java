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

    /** The conversation among those that are saved, in which somebody has said something; a new one comes first. */
    private static final String SAVED = """
            const said = (messages ?? []).some(message => message.role === 'user');
            const isNew = !(current in (saved ?? []));
            const all = !said ? saved ?? [] : isNew ? [messages, ...(saved ?? [])] : saved.with(current, messages);""";
    private static final String SAVE = "(current, messages, saved) => { " + SAVED + " return [said && isNew ? 0 : current, all]; }";
    private static final String TITLES = """
            saved => [{ __type__: 'update', samples: (saved ?? []).map(messages => {
              const first = messages.find(message => message.role === 'user');
              const title = (first?.content ?? []).map(part => part.type === 'text' ? part.text : '📎 ').join('').trim() || '…';
              return [title.length > 40 ? title.slice(0, 40) + '...' : title];
            }) }]""";
    private static final String OPEN = "(current, messages, saved, chosen) => { " + SAVED + " const index = said && isNew ? chosen + 1 : chosen; return [index, all[index] ?? [], all]; }";
    private static final String BEGIN = "(current, messages, saved) => { " + SAVED + " return [-1, [], all]; }";
    private static final String FORGET = "(current, saved) => [-1, (saved ?? []).filter((messages, i) => i !== current)]";

    private final Chatbot chatbot;
    private final BrowserState<JsonArray> conversations;
    private final NumberField current = new NumberField("Conversation").value(-1).visible(false);
    private final Button begin = new Button(ChatSettings.words("new_chat")).variant(Variant.PRIMARY).size(ButtonSize.MD).scale(0);
    private final IndexDataset titles = Dataset.asIndex(new Textbox().visible(false)).label(ChatSettings.words("conversations")).showLabel(false).layout(DatasetLayout.TABLE).scale(0);

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

    /** Saves when a listener has done its work; not when it was cancelled, since then another conversation may be open already. */
    void saveAfter(Listener changed) {
        hidden(changed.onSuccess()).inputs(current, chatbot, conversations).outputs(current, conversations).js(SAVE);
    }

    /** Listens to the list; an answer that is on its way ends when a person goes to another conversation. */
    void listen(Listener... answering) {
        hidden(conversations.onChange()).inputs(conversations).outputs(List.of(titles)).js(TITLES);
        hidden(titles.onClick()).cancels(answering).inputs(current, chatbot, conversations, titles).outputs(current, chatbot, conversations).js(OPEN);
        hidden(begin.onClick()).cancels(answering).inputs(current, chatbot, conversations).outputs(current, chatbot, conversations).js(BEGIN);
        hidden(chatbot.onClear()).inputs(current, conversations).outputs(current, conversations).js(FORGET);
    }

    private static Event hidden(Event event) {
        return event.queue(false).apiVisibility(ApiVisibility.PRIVATE);
    }
}
