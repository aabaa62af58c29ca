// Test-Json.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { DotNetException } from '../../../src/runtime/errors.ts';
import { failed, guardFiles, recordOf } from '../../../src/runtime/providers/provider-errors.ts';
import { providersOf } from '../../../src/runtime/providers/provider-session.ts';
import { decodeText } from '../../../src/runtime/providers/text-encoding.ts';
import type { Value } from '../../../src/runtime/values.ts';
import { JsonError } from './shared/json-error.ts';
import { readJson } from './shared/json-reader.ts';
import { checkSchema } from './shared/json-schema.ts';
import { OrderedHashtable } from './shared/ordered-hashtable.ts';

function parse(text: string): { value: Value } | undefined {
  const object = () => {
    const value = new OrderedHashtable();
    return { value, set: (name: string, item: Value) => value.set(name, item) };
  };
  try {
    const value = readJson(text, { dates: 'String', maxDepth: 1024, object });
    return value === undefined ? undefined : { value };
  } catch (error) {
    if (error instanceof JsonError || error instanceof DotNetException) return undefined;
    throw error;
  }
}

export default defineCmdlet({
  name: 'Test-Json',
  module: 'Microsoft.PowerShell.Utility',
  synopsis: 'Tells whether a text is valid JSON, and whether it follows a schema.',
  parameters: {
    Json: {
      type: 'string',
      mandatory: true,
      position: 0,
      pipeline: 'value',
      sets: ['JsonString', 'JsonStringWithSchemaString', 'JsonStringWithSchemaFile'],
      help: 'The JSON text.',
    },
    Path: {
      type: 'string',
      mandatory: true,
      position: 0,
      pipeline: 'name',
      sets: ['JsonPath', 'JsonPathWithSchemaString', 'JsonPathWithSchemaFile'],
      help: 'Path of the items; wildcard characters are allowed.',
    },
    LiteralPath: {
      type: 'string',
      aliases: ['PSPath', 'LP'],
      mandatory: true,
      position: 0,
      pipeline: 'name',
      sets: ['JsonLiteralPath', 'JsonLiteralPathWithSchemaString', 'JsonLiteralPathWithSchemaFile'],
      help: 'Path taken as it is, without wildcard characters.',
    },
    Schema: {
      type: 'string',
      mandatory: true,
      position: 1,
      sets: ['JsonStringWithSchemaString', 'JsonPathWithSchemaString', 'JsonLiteralPathWithSchemaString'],
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'JSON schema as text.',
    },
    SchemaFile: {
      type: 'string',
      mandatory: true,
      position: 1,
      sets: ['JsonStringWithSchemaFile', 'JsonPathWithSchemaFile', 'JsonLiteralPathWithSchemaFile'],
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Path of a JSON schema.',
    },
    Options: {
      type: 'string[]',
      validate: [{ kind: 'notNullOrEmpty' }, { kind: 'set', values: ['IgnoreComments', 'AllowTrailingCommas'] }],
      help: 'Options of the operation.',
    },
  },
  defaultSet: 'JsonString',
  outputs: ['System.Boolean'],
  examples: [{ script: 'Test-Json \'{"a":1}\'', output: 'True' }],
  create: (cmdlet) => {
    const schemaText = (): string | undefined => {
      const file = cmdlet.args.SchemaFile as string | undefined;
      if (file === undefined) return cmdlet.args.Schema;
      const path = providersOf(cmdlet.engine).resolve(file).path;
      return decodeText(guardFiles('JsonSchemaFileOpenFailure', path, () => cmdlet.host.files.read(path), 'OpenError'));
    };
    const jsonText = (): string => {
      const file = (cmdlet.args.LiteralPath ?? cmdlet.args.Path) as string | undefined;
      if (file === undefined) return cmdlet.args.Json;
      const path = providersOf(cmdlet.engine).resolve(file).path;
      return decodeText(guardFiles('FileOpenFailure', path, () => cmdlet.host.files.read(path), 'OpenError'));
    };
    let schema: { value: Value } | undefined;
    return {
      begin() {
        const text = schemaText();
        if (text === undefined) return;
        schema = parse(text);
        if (schema === undefined) {
          cmdlet.fail(
            cmdlet.makeError(
              'Cannot parse the JSON schema.',
              'InvalidJsonSchema',
              'InvalidData',
              text,
              'System.Exception',
            ),
          );
        }
      },
      process() {
        const text = jsonText();
        const parsed = parse(text);
        let valid = parsed !== undefined;
        if (!parsed)
          cmdlet.error(
            recordOf(failed('System.Exception', 'Cannot parse the JSON.', 'InvalidJson', 'InvalidData', text)),
          );
        else if (schema) {
          for (const fault of checkSchema(parsed.value, schema.value)) {
            valid = false;
            const message = `The JSON is not valid with the schema: ${fault.message} at '${fault.path}'`;
            cmdlet.error(
              recordOf(failed('System.Exception', message, 'InvalidJsonAgainstSchemaDetailed', 'InvalidData', text)),
            );
          }
        }
        cmdlet.write(valid);
      },
    };
  },
});
