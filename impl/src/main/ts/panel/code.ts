import type { ApiParameter, Endpoint } from './api.js';
import type { RecordedCall } from './recorder.js';

export type Language = 'java' | 'javascript' | 'python' | 'bash';
export const LANGUAGES: Readonly<Record<Language, string>> = { java: 'Java', javascript: 'JavaScript', python: 'Python', bash: 'cURL' };

interface Named {
  readonly endpoint: string;
  readonly values: readonly (readonly [parameter: ApiParameter, value: unknown])[];
}

/** A program that makes recorded calls again, one after the other. */
export function replay(language: Language, url: string, api: string, calls: readonly RecordedCall[], endpoints: Readonly<Record<string, Endpoint>>): string {
  const named = calls.map(({ endpoint, values }): Named => ({
    endpoint, values: (endpoints[endpoint]?.parameters ?? []).flatMap((parameter, i) => i < values.length ? [[parameter, values[i]] as const] : []),
  }));
  return ({ java, javascript, python, bash })[language](url, api, named);
}

/** How to get the client of a language. */
export function installation(language: Language, version: string): string | null {
  return {
    java: `<dependency>\n  <groupId>io.gradio4j</groupId>\n  <artifactId>gradio4j-api</artifactId>\n  <version>${version}</version>\n</dependency>`,
    javascript: 'npm install @gradio/client', python: 'pip install gradio_client', bash: null,
  }[language];
}

function isFile(value: unknown): value is { path: string; url?: string | null } {
  return typeof value === 'object' && value !== null && 'path' in value && (value as { meta?: { _type?: unknown } }).meta?._type === 'gradio.FileData';
}

const fileName = (file: { path: string }): string => file.path.slice(file.path.lastIndexOf('/') + 1);

function java(url: string, _api: string, calls: readonly Named[]): string {
  const imports = new Set(['io.gradio4j.client.Client']);
  const literal = (value: unknown): string => {
    if (value === null || value === undefined) return 'null';
    if (typeof value === 'number') return Number.isInteger(value) && Math.abs(value) > 2 ** 31 - 1 ? (Math.abs(value) <= Number.MAX_SAFE_INTEGER ? `${value}L` : String(value)) : String(value);
    if (isFile(value)) {
      imports.add('java.nio.file.Path');
      return `Path.of(${JSON.stringify(fileName(value))})`;
    }
    if (Array.isArray(value)) {
      if (value.length === 1 && value[0] === null) {
        imports.add('java.util.Collections');
        return 'Collections.singletonList(null)';
      }
      const nulls = value.includes(null);
      imports.add(nulls ? 'java.util.Arrays' : 'java.util.List');
      return `${nulls ? 'Arrays.asList' : 'List.of'}(${value.map(literal).join(', ')})`;
    }
    if (typeof value === 'object') {
      imports.add('java.util.Map');
      return `Map.ofEntries(${Object.entries(value).filter(([, v]) => v !== null).map(([k, v]) => `Map.entry(${JSON.stringify(k)}, ${literal(v)})`).join(', ')})`;
    }
    return JSON.stringify(value);
  };
  const lines = calls.map(({ endpoint, values }, i) => {
    if (values.length > 0) imports.add('io.gradio4j.client.Arguments');
    const given = values.map(([{ parameter_name }, value], j) => `\n                    .${j === 0 ? 'of' : 'and'}(${JSON.stringify(parameter_name)}, ${literal(value)})`).join('');
    const result = `result${calls.length > 1 ? i + 1 : ''}`;
    return `            var ${result} = client.predict(${JSON.stringify(endpoint)}${given ? `, Arguments${given}` : ''});\n            System.out.println(${result});\n`;
  });
  return `${[...imports].sort().map(name => `import ${name};\n`).join('')}\npublic class Call {\n    public static void main(String[] args) {\n        try (var client = Client.connect(${JSON.stringify(url)})) {\n${lines.join('')}        }\n    }\n}`;
}

function javascript(url: string, _api: string, calls: readonly Named[]): string {
  const lines = calls.map(({ endpoint, values }, i) => {
    const given = values.map(([{ parameter_name }, value]) => `\t${JSON.stringify(parameter_name)}: ${JSON.stringify(value)},\n`).join('');
    const result = `result${calls.length > 1 ? i + 1 : ''}`;
    return `const ${result} = await client.predict(${JSON.stringify(endpoint)}, {\n${given}});\nconsole.log(${result}.data);\n`;
  });
  return `import { Client } from "@gradio/client";\n\nconst client = await Client.connect(${JSON.stringify(url)});\n\n${lines.join('\n')}`;
}

function python(url: string, _api: string, calls: readonly Named[]): string {
  let files = false;
  const literal = (value: unknown): string => {
    if (value === null || value === undefined) return 'None';
    if (typeof value === 'boolean') return value ? 'True' : 'False';
    if (isFile(value)) {
      files = true;
      return `handle_file(${JSON.stringify(value.url ?? fileName(value))})`;
    }
    if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
    if (typeof value === 'object') return `{${Object.entries(value).map(([k, v]) => `${JSON.stringify(k)}: ${literal(v)}`).join(', ')}}`;
    return JSON.stringify(value);
  };
  const lines = calls.map(({ endpoint, values }) =>
    `print(client.predict(\n${values.map(([{ parameter_name }, value]) => `\t${parameter_name}=${literal(value)},\n`).join('')}\tapi_name=${JSON.stringify(endpoint)},\n))\n`);
  return `from gradio_client import Client${files ? ', handle_file' : ''}\n\nclient = Client(${JSON.stringify(url)})\n${lines.join('')}`;
}

function bash(_url: string, api: string, calls: readonly Named[]): string {
  return calls.map(({ endpoint, values }) => {
    const body = JSON.stringify(Object.fromEntries(values.map(([{ parameter_name }, value]) => [parameter_name, value]))).replaceAll('\'', '\'\\\'\'');
    return `EVENT_ID=$(curl -s -X POST ${api}/call/v2${endpoint} -H "Content-Type: application/json" \\\n  -d '${body}' | awk -F'"' '{ print $4 }')\ncurl -N ${api}/call${endpoint}/$EVENT_ID\n`;
  }).join('\n');
}
