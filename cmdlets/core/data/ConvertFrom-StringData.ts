// ConvertFrom-StringData.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { Hashtable } from '../../../src/runtime/types/collections/hashtable.ts';
import { PSChar } from '../../../src/runtime/values.ts';

const ESCAPES: Record<string, string> = {
  n: '\n',
  t: '\t',
  r: '\r',
  f: '\f',
  v: '\v',
  a: '\u0007',
  e: '\u001b',
  '\\': '\\',
};

/** Escapes as in regular expressions. */
function unescaped(text: string): string {
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))/g, (_match, unicode, hex, letter) =>
    unicode || hex ? String.fromCharCode(Number.parseInt(unicode ?? hex, 16)) : (ESCAPES[letter] ?? letter),
  );
}

export default defineCmdlet({
  name: 'ConvertFrom-StringData',
  module: 'Microsoft.PowerShell.Utility',
  synopsis: 'Makes a hashtable from lines of the form name=value.',
  parameters: {
    StringData: {
      type: 'string',
      mandatory: true,
      position: 0,
      pipeline: 'value',
      validate: [{ kind: 'allowEmptyString' }],
      help: 'Lines of the form name=value.',
    },
    Delimiter: { type: 'char', position: 1, help: 'Text between the parts.' },
  },
  outputs: ['System.Collections.Hashtable'],
  examples: [{ script: "(ConvertFrom-StringData 'Port = 25').Port", output: '25' }],
  create: (cmdlet) => ({
    process() {
      const table = new Hashtable();
      const given = cmdlet.args.Delimiter;
      const delimiter = given instanceof PSChar ? String.fromCharCode(given.code) : '=';
      const fail = (message: string): never =>
        cmdlet.fail(
          cmdlet.makeError(
            message,
            'InvalidOperation',
            'InvalidOperation',
            null,
            'System.Management.Automation.PSInvalidOperationException',
          ),
        );
      for (const line of (cmdlet.args.StringData as string).split('\n')) {
        const text = line.trim();
        if (text === '' || text.startsWith('#')) continue;
        const index = text.indexOf(delimiter);
        if (index < 0) fail(`Data line '${text}' is not in 'name${delimiter}value' format. `);
        const name = unescaped(text.slice(0, index).trim());
        if (table.has(name)) fail(`Data item '${name}' in line '${text}' is already defined. `);
        table.set(name, unescaped(text.slice(index + 1).trim()));
      }
      cmdlet.write(table);
    },
  }),
});
