import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Endpoint } from '../../main/ts/panel/api.js';
import { replay } from '../../main/ts/panel/code.js';

const parameter = (parameter_name: string) => ({
  parameter_name, parameter_has_default: false, parameter_default: null, example_input: null, label: parameter_name, component: 'Textbox', type: {}, python_type: { type: 'str', description: '' },
});
const endpoints: Record<string, Endpoint> = { '/greet': { parameters: [parameter('name'), parameter('times')], returns: [] }, '/stop': { parameters: [], returns: [] } };
const file = { path: '/cache/ab/cat.png', url: 'http://h/gradio_api/file=/cache/ab/cat.png', meta: { _type: 'gradio.FileData' } };
const code = (language: 'java' | 'javascript' | 'python' | 'bash', ...values: unknown[]) => replay(language, 'http://h', 'http://h/gradio_api', [{ endpoint: '/greet', values }, { endpoint: '/stop', values: [] }], endpoints);

test('Java makes the calls one after the other', () => {
  assert.equal(code('java', 'Ada', 3), `import io.gradio4j.client.Arguments;
import io.gradio4j.client.Client;

public class Call {
    public static void main(String[] args) {
        try (var client = Client.connect("http://h")) {
            var result1 = client.predict("/greet", Arguments
                    .of("name", "Ada")
                    .and("times", 3));
            System.out.println(result1);
            var result2 = client.predict("/stop");
            System.out.println(result2);
        }
    }
}`);
  assert.match(code('java', file, [null, { a: null, b: 12345678901 }]), /Path\.of\("cat\.png"\)[^]*Arrays\.asList\(null, Map\.ofEntries\(Map\.entry\("b", 12345678901L\)\)\)/);
});

test('Python and JavaScript name the parameters', () => {
  assert.match(code('python', true, null), /client\.predict\(\n\tname=True,\n\ttimes=None,\n\tapi_name="\/greet",\n\)/);
  assert.match(code('python', file), /import Client, handle_file[^]*handle_file\("http:\/\/h\/gradio_api\/file=/);
  assert.match(code('javascript', 'a"b', 1), /predict\("\/greet", \{\n\t"name": "a\\"b",\n\t"times": 1,\n\}\)/);
});

test('an apostrophe does not end a quotation of the shell', () => {
  assert.match(code('bash', 'it\'s', 1), /-d '\{"name":"it'\\''s","times":1\}'/);
});
