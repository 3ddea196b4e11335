package io.gradio4j.impl.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradio4j.Schema;
import io.gradio4j.impl.json.Jsons;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonTypesTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', value = {
        "{'type':'string'}; str",
        "{'type':'number'}; float",
        "{'type':'integer'}; int",
        "{'type':'boolean'}; bool",
        "{'type':'null'}; None",
        "{'type':'array'}; list[Any]",
        "{'type':'array','items':{'type':'string'}}; list[str]",
        "{'type':'array','prefixItems':[{'type':'number'},{'type':'string'}]}; tuple[float, str]",
        "{'enum':['a','b']}; Literal['a', 'b']",
        "{'type':'string','enum':['a',1]}; Literal['a', 1]",
        "{'const':'x'}; Literal[\"x\"]",
        "{'anyOf':[{'type':'string'},{'type':'null'}]}; str | None",
        "{'oneOf':[{'type':'number'},{'type':'string'}]}; float | str",
        "{'allOf':[{'type':'string'},{'enum':['a','b']}]}; All[str, Literal['a', 'b']]",
        "{'type':'object'}; dict(Any)",
        "{'type':'object','additionalProperties':{'type':'number'}}; dict(str, float)",
        "{'type':'object','properties':{'a':{'type':'string','description':'first'},'b':{'type':'number'}}}; dict(a: str (first), b: float)",
        "{'$ref':'#/$defs/P','$defs':{'P':{'type':'integer'}}}; int",
        "{'$ref':'#/$defs/Q','$defs':{}}; Any",
        "{'description':'any valid json'}; str | float | bool | list | dict",
        "{}; Any",
        "{'type':'nonsense'}; Any",
        "{'type':'object','properties':{'path':{'type':'string'},'meta':{'const':{'_type':'gradio.FileData'}}}}; filepath"
    })
    void aSchemaIsSaidInPythonsWords(String schema, String type) {
        assertThat(PythonTypes.of(Jsons.read(schema.replace('\'', '"')).asJsonObject())).isEqualTo(type);
    }

    @Test
    void filesAreFilepathsWhereverTheirMarkIsDescribed() {
        assertThat(PythonTypes.of(Schema.file().json())).isEqualTo("filepath");
        assertThat(PythonTypes.of(Schema.files().json())).isEqualTo("list[filepath]");
    }

    @Test
    void aSchemaMayReferToItself() {
        var tree = Jsons.read("{\"$ref\":\"#/$defs/T\",\"$defs\":{\"T\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/$defs/T\"}}}}");

        assertThat(PythonTypes.of(tree.asJsonObject())).isEqualTo("list[Any]");
    }
}
