package io.gradio4j.impl.session;

import io.gradio4j.impl.json.BadJsonException;
import io.gradio4j.impl.json.JsonText;
import io.gradio4j.impl.json.Jsons;
import io.gradio4j.impl.message.Message;
import io.gradio4j.impl.message.WrittenMessages;
import io.gradio4j.spi.Form;
import java.util.LinkedHashMap;
import java.util.Map;

/** What was answered to a page's last joins, by the names that it gave them. */
final class JoinsForm implements Form<Map<String, Message>> {

    static final JoinsForm FORM = new JoinsForm();

    private JoinsForm() {
    }

    @Override
    public String write(Map<String, Message> joins) {
        var object = Jsons.object();
        joins.forEach((id, answer) -> object.add(id, WrittenMessages.FORM.write(answer)));
        return JsonText.of(object.build());
    }

    @Override
    public Map<String, Message> read(String text) {
        try {
            var joins = new LinkedHashMap<String, Message>();
            var object = Jsons.read(text).asJsonObject();
            object.keySet().forEach(id -> joins.put(id, WrittenMessages.FORM.read(object.getString(id))));
            return joins;
        } catch (BadJsonException | ClassCastException e) {
            throw new IllegalArgumentException("Not what was answered to joins: " + text, e);
        }
    }
}
