package io.gradio4j.war;

import static io.gradio4j.war.Caller.API;
import static io.gradio4j.war.Caller.json;
import static io.gradio4j.war.Caller.newSession;
import static io.gradio4j.war.Caller.object;
import static io.gradio4j.war.Conversation.messages;
import static io.gradio4j.war.Conversation.spoken;
import static io.gradio4j.war.Conversation.wholly;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How values that are more than a text or a number look on the wire, and how they change while they come. */
interface WireValuesContract {

    /** A client of one of the fixture apps. */
    Caller app(String path);

    private static String chat(String... messages) {
        return "[" + String.join(",", messages) + "]";
    }

    private static String said(String role, String text) {
        return "{'role':'" + role + "','metadata':null,'content':[{'text':'" + text + "','type':'text'}],'options':null}";
    }

    private static String grown(String text) {
        return "generating [[['append',[1,'content',0,'text'],'" + text + "']]]";
    }

    @Test
    default void chatIsSentOnceAndThenGrows() throws Exception {
        assertThat(spoken(app("wire"), "chat_stream", "['hi',[]]")).isEqualTo(wholly(
                "generating [" + chat(said("user", "hi"), said("assistant", "Hello")) + "]", grown(" there"), grown(", how"), grown(" are you?"),
                "completed [" + chat(said("user", "hi"), said("assistant", "Hello there, how are you?")) + "]"));
    }

    @Test
    default void chatGoesOnWithWhatTheClientHasOfIt() throws Exception {
        var before = chat(said("user", "a"), said("assistant", "b"));
        assertThat(spoken(app("wire"), "chat_stream", "['hi'," + before + "]").getLast()).isEqualTo("close_stream");
        assertThat(spoken(app("wire"), "chat_stream", "['hi'," + before + "]")).contains("completed ["
                + chat(said("user", "a"), said("assistant", "b"), said("user", "hi"), said("assistant", "Hello there, how are you?")) + "]");
    }

    @Test
    default void editsOfAnObjectNameWhatHasChanged() throws Exception {
        assertThat(spoken(app("wire"), "json_stream", "[]")).isEqualTo(wholly(
                "generating [{'a':1,'list':[1,2,3],'nested':{'k':'v'}}]",
                "generating [[['replace',['a'],2],['add',['list',3],4]]]",
                "generating [[['replace',['list',1],9],['delete',['list',3],null],['append',['nested','k'],'v'],['add',['nested','new'],null]]]",
                "generating [[['replace',['list',0],9],['delete',['list',1],null],['delete',['list',1],null],['delete',['nested','k'],null],"
                        + "['delete',['nested','new'],null],['delete',['a'],null]]]",
                "generating [[['replace',[],[1,'two']]]]", "generating [[['replace',[],null]]]", "completed [null]"));
    }

    /** The listener's event of its first target, with what it carries. */
    private static List<String> fired(Caller app, String endpoint, String data) throws Exception {
        var session = newSession();
        var trigger = app.config().getJsonArray("dependencies").getJsonObject(app.function(endpoint)).getJsonArray("targets").getJsonArray(0);
        var body = Json.createObjectBuilder(app.body(session, endpoint)).add("trigger_id", trigger.getInt(0))
                .add("event_data", json(data.replace('\'', '"'))).build();
        assertThat(app.post(API + "queue/join", body.toString()).statusCode()).isEqualTo(200);
        return messages(app, session);
    }

    @Test
    default void dataOfAnEventReachesItsHandler() throws Exception {
        assertThat(fired(app("wire"), "on_select", "{'index':1,'value':'b','selected':true}")).isEqualTo(wholly("completed ['[1] b true']"));
        assertThat(fired(app("wire"), "on_like", "{'index':1,'value':'hi','liked':true}")).isEqualTo(wholly("completed ['1 \\'hi\\' true']"));
        assertThat(fired(app("wire"), "on_like", "{'index':[0,1],'value':'hi','liked':true}")).anyMatch(line -> line.startsWith("failed"));
    }

    @Test
    default void tableKeepsItsEmptyCells() throws Exception {
        var table = "[{'headers':['a','b'],'data':[[1,'x'],[2,null]],'metadata':null}]";
        assertThat(spoken(app("wire"), "make_df", "[]")).isEqualTo(wholly("completed " + table));
        assertThat(spoken(app("wire"), "echo_df", table)).isEqualTo(wholly("completed " + table));
        assertThat(spoken(app("wire"), "echo_df", "['no table']")).anyMatch(line -> line.startsWith("failed") && line.contains("Dataframe"));
    }

    private static JsonObject result(Caller app, String endpoint, Object... values) throws Exception {
        return app.run(endpoint, values).asJsonObject();
    }

    private static String file(Caller app, String name, String content) throws Exception {
        var answer = app.send("POST", API + "upload", BodyPublishers.ofString("--xx\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + name
                + "\"\r\nContent-Type: text/plain\r\n\r\n" + content + "\r\n--xx--\r\n"), "Content-Type", "multipart/form-data; boundary=xx");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer.body()).asJsonArray().getString(0);
    }

    private static void assertFile(Caller app, JsonObject file, String name, String content) throws Exception {
        assertThat(file.keySet()).containsExactly("path", "url", "size", "orig_name", "mime_type", "is_stream", "meta");
        assertThat(file.getString("path")).matches("[0-9a-f]{64}/" + name);
        assertThat(file.getString("url")).isEqualTo(app.base() + API + "file=" + file.getString("path"));
        assertThat(file.getInt("size")).isEqualTo(content.length());
        assertThat(file.getString("orig_name")).isEqualTo(name);
        assertThat(file.get("mime_type") + " " + file.get("is_stream") + " " + file.get("meta")).isEqualTo("null false {\"_type\":\"gradio.FileData\"}");
        assertThat(app.get(API + "file=" + file.getString("path").replace(" ", "%20").replace("é", "%C3%A9")).body()).isEqualTo(content);
    }

    @Test
    default void fileIsWhereItsUrlSays() throws Exception {
        assertFile(app("wire"), result(app("wire"), "make_file"), "hello world é.txt", "hello");
    }

    @Test
    default void uploadedFileComesBack() throws Exception {
        var app = app("wire");
        var path = file(app, "notes.txt", "some notes");
        var sent = json("{\"path\":\"" + path + "\",\"orig_name\":\"notes.txt\",\"size\":10,\"mime_type\":\"text/plain\","
                + "\"meta\":{\"_type\":\"gradio.FileData\"}}");
        assertFile(app, result(app, "file_roundtrip", sent), "notes.txt", "some notes");
    }

    @Test
    default void fileOfTheServerDoesNot() throws Exception {
        assertThat(spoken(app("wire"), "file_roundtrip", "[{'path':'/etc/passwd','meta':{'_type':'gradio.FileData'}}]"))
                .anyMatch(line -> line.startsWith("failed") && line.contains("was not uploaded by a user"));
    }

    @Test
    default void figureIsAPicture() throws Exception {
        var figure = result(app("wire"), "make_plot");
        assertThat(figure.keySet()).containsExactly("type", "plot");
        assertThat(figure.getString("type")).isEqualTo("matplotlib");
        assertThat(figure.getString("plot")).startsWith("data:image/png;base64,");
        assertThat(Base64.getDecoder().decode(figure.getString("plot").split(",")[1])).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    default void exampleIsLoadedByItsNumber() throws Exception {
        var app = app("wire");
        var listener = app.config().getJsonArray("dependencies").getJsonObject(app.function("load_example"));
        assertThat(listener.getString("api_visibility") + " " + listener.getBoolean("queue")).isEqualTo("undocumented false");
        assertThat(spoken(app, "load_example", "[1]")).isEqualTo(wholly("completed ['ex2']"));
        assertThat(spoken(app, "load_example", "[2]")).anyMatch(line -> line.startsWith("failed"));
    }
}
