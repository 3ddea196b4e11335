package io.gradio4j.impl.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradio4j.Progress;
import io.gradio4j.impl.json.JsonText;
import io.gradio4j.impl.json.Jsons;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The texts are the wire: every field, in Gradio's order, nulls included. */
class MessageWriterTest {

    private static final Message.Output OUTPUT = new Message.Output(List.of(new Datum.Whole(Jsons.string("hi")), new Datum.Whole(JsonValue.NULL)),
            false, 0.5, 0.25, List.of(7, 9));

    static Stream<Arguments> messages() {
        return Stream.of(
                Arguments.of(new Message.Estimation("a1", 0, 1, null),
                        "{'msg':'estimation','event_id':'a1','rank':0,'queue_size':1,'rank_eta':null}"),
                Arguments.of(new Message.Estimation("a1", 2, 3, 1.2),
                        "{'msg':'estimation','event_id':'a1','rank':2,'queue_size':3,'rank_eta':1.2}"),
                Arguments.of(new Message.ProcessStarts("a1", null), "{'msg':'process_starts','event_id':'a1','eta':null}"),
                Arguments.of(new Message.ProcessStarts("a1", 1.5), "{'msg':'process_starts','event_id':'a1','eta':1.5}"),
                Arguments.of(new Message.ProgressReport("e", List.of(new Progress.Unit(3L, 10L, "steps", null, "Loading"))),
                        "{'msg':'progress','event_id':'e','progress_data':[{'index':3,'length':10,'unit':'steps','progress':null,"
                                + "'desc':'Loading'}]}"),
                Arguments.of(new Message.ProgressReport("e", List.of(new Progress.Unit(1L, null, "steps", null, "a"),
                        new Progress.Unit(null, null, "steps", 0.5, null))),
                        "{'msg':'progress','event_id':'e','progress_data':[{'index':1,'length':null,'unit':'steps','progress':null,'desc':'a'},"
                                + "{'index':null,'length':null,'unit':'steps','progress':0.5,'desc':null}]}"),
                Arguments.of(new Message.Log("e", "Saved", "success", 10.0, true, "Success"),
                        "{'msg':'log','event_id':'e','log':'Saved','level':'success','duration':10.0,'visible':true,'title':'Success'}"),
                Arguments.of(new Message.Log("e", "Stay", "info", null, false, "Info"),
                        "{'msg':'log','event_id':'e','log':'Stay','level':'info','duration':null,'visible':false,'title':'Info'}"),
                Arguments.of(new Message.ProcessGenerating("e", new Message.Output(List.of(new Datum.Text("He")), true, 0.01, 0.4, List.of())),
                        "{'msg':'process_generating','event_id':'e','output':{'data':['He'],'is_generating':true,'duration':0.01,"
                                + "'average_duration':0.4,'render_config':null,'changed_state_ids':[],'used_cache':null},'success':true,"
                                + "'time_limit':null}"),
                Arguments.of(new Message.Succeeded("a1", OUTPUT),
                        "{'msg':'process_completed','event_id':'a1','output':{'data':['hi',null],'is_generating':false,'duration':0.5,"
                                + "'average_duration':0.25,'render_config':null,'changed_state_ids':[7,9],'used_cache':null},'success':true,"
                                + "'title':null,'used_cache':null,'cache_duration':0.5,'avg_time':0.25}"),
                Arguments.of(new Message.Failed("e", new Message.Failure("No file", new Message.FailureToast("Oops", 10.0), true)),
                        "{'msg':'process_completed','event_id':'e','output':{'error':'No file','duration':10.0,'visible':true,'title':'Oops'},"
                                + "'success':false,'title':'Oops','used_cache':null,'cache_duration':null,'avg_time':null}"),
                Arguments.of(new Message.Failed("e", new Message.Failure("by zero", null, true)),
                        "{'msg':'process_completed','event_id':'e','output':{'error':'by zero','visible':true},'success':false,'title':'Error',"
                                + "'used_cache':null,'cache_duration':null,'avg_time':null}"),
                Arguments.of(new Message.Failed("e", new Message.Failure(null, null, true)),
                        "{'msg':'process_completed','event_id':'e','output':{'error':null},'success':false,'title':'Error','used_cache':null,"
                                + "'cache_duration':null,'avg_time':null}"),
                Arguments.of(new Message.Failed("e", new Message.Failure("No file", new Message.FailureToast("Oops", 10.0), true), true),
                        "{'msg':'process_completed','event_id':'e','output':{'error':'No file','duration':10.0,'visible':true,'title':'Oops'},"
                                + "'success':false,'title':null,'used_cache':null,'cache_duration':null,'avg_time':null}"),
                Arguments.of(new Message.Cancelled("e"),
                        "{'msg':'process_completed','event_id':'e','output':{'error':'The event was cancelled.','visible':false},"
                                + "'success':false,'cancelled':true,'title':null,'used_cache':null,'cache_duration':null,'avg_time':null}"),
                Arguments.of(new Message.Joined("c1", "e"), "{'msg':'joined','id':'c1','event_id':'e'}"),
                Arguments.of(new Message.Rejected("c1", 422, Jsons.array().add("too short").build()),
                        "{'msg':'rejected','id':'c1','status':422,'detail':['too short']}"),
                Arguments.of(new Message.Heartbeat(), "{'msg':'heartbeat','event_id':null}"),
                Arguments.of(new Message.CloseStream(), "{'msg':'close_stream','event_id':null}"),
                Arguments.of(new Message.UnexpectedError("Server stopped unexpectedly.", false),
                        "{'msg':'unexpected_error','event_id':null,'message':'Server stopped unexpectedly.','session_not_found':false,"
                                + "'success':false}"));
    }

    private static String text(Message message, long sequence) {
        var out = new StringBuilder();
        MessageWriter.write(message, sequence, out);
        return out.toString();
    }

    private static String data(Datum... data) {
        var out = new StringBuilder();
        MessageWriter.data(List.of(data), new JsonText(out));
        return out.toString();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void aMessageIsWrittenWithAllItsFields(Message message, String expected) {
        assertThat(text(message, 0)).isEqualTo(expected.replace('\'', '"'));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void aNumberedMessageEndsWithItsNumber(Message message, String expected) {
        assertThat(text(message, 42)).isEqualTo(expected.substring(0, expected.length() - 1).replace('\'', '"') + ",\"seq\":42}");
    }

    @ParameterizedTest
    @MethodSource("messages")
    void aMessageIsOneLineOfJson(Message message) {
        assertThat(text(message, 1)).doesNotContain("\n");
        assertThat(Jsons.read(text(message, 1)).asJsonObject().getInt("seq")).isOne();
    }

    @Test
    void textIsAddedToTheWriter() {
        var out = new StringBuilder("data: ");
        MessageWriter.write(new Message.Heartbeat(), 0, out);

        assertThat(out).hasToString("data: {\"msg\":\"heartbeat\",\"event_id\":null}");
    }

    @Test
    void appendedTextIsOneEditAtTheRoot() {
        assertThat(data(new Datum.Appended("l\"o"))).isEqualTo("[[[\"append\",[],\"l\\\"o\"]]]");
    }

    @Test
    void editsHaveActionPathAndValue() {
        assertThat(data(new Datum.Edits(List.of(
                new Edit(Edit.Action.APPEND, List.of("t"), Jsons.string("c")),
                new Edit(Edit.Action.DELETE, List.of("l", 1), JsonValue.NULL),
                new Edit(Edit.Action.ADD, List.of("n"), Jsons.number(0)),
                new Edit(Edit.Action.REPLACE, List.of(), JsonValue.TRUE)))))
                .isEqualTo("[[[\"append\",[\"t\"],\"c\"],[\"delete\",[\"l\",1],null],[\"add\",[\"n\"],0],[\"replace\",[],true]]]");
    }

    @Test
    void anUnchangedOutputHasNoEdits() {
        assertThat(data(new Datum.Edits(List.of()), new Datum.Whole(JsonValue.NULL))).isEqualTo("[[],null]");
    }

    @Test
    void theLastMessagesOfAnEventAreKnown() {
        assertThat(new Message.Succeeded("e", OUTPUT).ends()).isTrue();
        assertThat(new Message.Failed("e", new Message.Failure(null, null, true)).ends()).isTrue();
        assertThat(new Message.Cancelled("e").ends()).isTrue();
        assertThat(new Message.ProcessGenerating("e", OUTPUT).ends()).isFalse();
        assertThat(new Message.CloseStream().ends()).isFalse();
    }
}
