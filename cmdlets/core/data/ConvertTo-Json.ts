// ConvertTo-Json.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { DotNetException } from '../../../src/runtime/errors.ts';
import { recordOf } from '../../../src/runtime/providers/provider-errors.ts';
import type { Value } from '../../../src/runtime/values.ts';
import { type EscapeHandling, JsonWriter } from './shared/json-writer.ts';

const DEFAULT_DEPTH = 2;

export default defineCmdlet({
  name: 'ConvertTo-Json',
  module: 'Microsoft.PowerShell.Utility',
  synopsis: 'Converts an object to JSON text.',
  parameters: {
    InputObject: {
      type: 'object',
      mandatory: true,
      position: 0,
      pipeline: 'value',
      validate: [{ kind: 'allowNull' }],
      help: 'The objects, usually from the pipeline.',
    },
    Depth: { type: 'int', validate: [{ kind: 'range', min: 0, max: 100 }], help: 'How many levels deep to go.' },
    Compress: { type: 'switch', help: 'Leaves out blanks and line ends.' },
    EnumsAsStrings: { type: 'switch', help: 'Writes enumeration values as their names.' },
    AsArray: { type: 'switch', help: 'Writes an array even for a single object.' },
    EscapeHandling: {
      type: 'enum',
      values: ['Default', 'EscapeNonAscii', 'EscapeHtml'],
      enumName: 'Newtonsoft.Json.StringEscapeHandling',
      help: 'Which characters are escaped: Default, EscapeNonAscii or EscapeHtml.',
    },
  },
  outputs: ['System.String'],
  examples: [
    {
      script: "[ordered]@{ Name = 'EX01'; Port = 25 } | ConvertTo-Json",
      output: '{\n  "Name": "EX01",\n  "Port": 25\n}',
    },
    { script: '1..3 | ConvertTo-Json -Compress', output: '[1,2,3]' },
  ],
  create: (cmdlet) => {
    const objects: Value[] = [];
    return {
      process() {
        objects.push(cmdlet.args.InputObject ?? null);
      },
      end() {
        if (objects.length === 0) return;
        const depth = (cmdlet.args.Depth as number | undefined) ?? DEFAULT_DEPTH;
        const writer = new JsonWriter({
          depth,
          compress: cmdlet.args.Compress === true,
          enumsAsStrings: cmdlet.args.EnumsAsStrings === true,
          escape: String(cmdlet.args.EscapeHandling ?? 'Default') as EscapeHandling,
          truncated: () =>
            cmdlet.warning(`Resulting JSON is truncated as serialization has exceeded the set depth of ${depth}.`),
          checkInterrupt: () => cmdlet.checkInterrupt(),
        });
        try {
          cmdlet.write(writer.write(objects.length > 1 || cmdlet.args.AsArray ? objects : objects[0]));
        } catch (error) {
          if (error instanceof DotNetException) cmdlet.fail(recordOf(error));
          throw error;
        }
      },
    };
  },
});
