// ConvertFrom-Json.

import { type CmdletContext, defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { DotNetException } from '../../../src/runtime/errors.ts';
import { recordOf } from '../../../src/runtime/providers/provider-errors.ts';
import { PSObject } from '../../../src/runtime/values.ts';
import type { DateKind } from './shared/json-dates.ts';
import { JsonError } from './shared/json-error.ts';
import { type JsonBuilder, readJson } from './shared/json-reader.ts';
import { OrderedHashtable } from './shared/ordered-hashtable.ts';

const DEFAULT_DEPTH = 1024;

function keyError(id: string, message: string): DotNetException {
  return new DotNetException('System.InvalidOperationException', message, {
    errorId: id,
    category: 'InvalidOperation',
  });
}

/** A custom object; names that differ in case only, and empty names, do not fit into one. */
function customObject(): ReturnType<JsonBuilder['object']> {
  const value = new PSObject();
  return {
    value,
    set(name, item) {
      if (name === '') {
        throw keyError(
          'EmptyKeyInJsonString',
          'The provided JSON includes a property whose name is an empty string, this is only supported using the -AsHashTable switch.',
        );
      }
      const present = value.members.get(name.toLowerCase());
      if (present && present.name !== name) {
        throw keyError(
          'KeysWithDifferentCasingInJsonString',
          `Cannot convert the JSON string because it contains keys with different casing. Please use the -AsHashTable switch instead. The key that was attempted to be added to the existing key '${present.name}' was '${name}'.`,
        );
      }
      value.set(name, item);
    },
  };
}

function builderOf(cmdlet: CmdletContext): JsonBuilder {
  return {
    dates: String(cmdlet.args.DateKind ?? 'Default') as DateKind,
    maxDepth: (cmdlet.args.Depth as number | undefined) ?? DEFAULT_DEPTH,
    object: cmdlet.args.AsHashtable
      ? () => {
          const value = new OrderedHashtable();
          return { value, set: (name, item) => value.set(name, item) };
        }
      : customObject,
  };
}

export default defineCmdlet({
  name: 'ConvertFrom-Json',
  module: 'Microsoft.PowerShell.Utility',
  synopsis: 'Makes objects from JSON text.',
  parameters: {
    InputObject: {
      type: 'string',
      mandatory: true,
      position: 0,
      pipeline: 'value',
      validate: [{ kind: 'allowEmptyString' }],
      help: 'The objects, usually from the pipeline.',
    },
    AsHashtable: { type: 'switch', help: 'Gives hashtables instead of objects; keys keep their case.' },
    Depth: { type: 'int', help: 'How many levels deep to go.' },
    NoEnumerate: { type: 'switch', help: 'Puts out an array as one object.' },
    DateKind: {
      type: 'enum',
      values: ['Default', 'Local', 'Utc', 'Offset', 'String'],
      enumName: 'Microsoft.PowerShell.Commands.JsonDateKind',
      help: 'How texts that look like dates are read.',
    },
  },
  examples: [
    { script: '(\'{"Name":"EX01","Port":25}\' | ConvertFrom-Json).Port', output: '25' },
    { script: '(\'{"a":1}\' | ConvertFrom-Json -AsHashtable).a', output: '1' },
  ],
  create: (cmdlet) => {
    const texts: string[] = [];
    /** Reads one text and writes what it holds. Throws a JsonError. */
    const convert = (text: string): void => {
      const value = readJson(text, builderOf(cmdlet));
      if (Array.isArray(value) && cmdlet.args.NoEnumerate !== true) cmdlet.writeAll(value);
      else if (value !== undefined) cmdlet.write(value);
    };
    const convertOrFail = (text: string): void => {
      try {
        convert(text);
      } catch (error) {
        if (error instanceof DotNetException) cmdlet.fail(recordOf(error));
        if (!(error instanceof JsonError)) throw error;
        const message = `Conversion from JSON failed with error: ${error.message}`;
        cmdlet.fail(
          cmdlet.makeError(message, 'System.ArgumentException', 'NotSpecified', null, 'System.ArgumentException'),
        );
      }
    };
    /** Several strings are either a JSON text each or the lines of one: the first one tells. */
    const firstIsWhole = (text: string): boolean => {
      try {
        return readJson(text, builderOf(cmdlet)) !== undefined;
      } catch (error) {
        if (error instanceof JsonError) return false;
        if (error instanceof DotNetException) return true;
        throw error;
      }
    };
    return {
      process() {
        texts.push(cmdlet.args.InputObject as string);
      },
      end() {
        if (texts.length === 0) return;
        if (texts.length > 1 && !firstIsWhole(texts[0]!)) return convertOrFail(texts.join('\n'));
        for (const text of texts) convertOrFail(text);
      },
    };
  },
});
