// ConvertFrom-StringData.

import { type CmdletContext, defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { toText } from '../../../src/runtime/convert.ts';
import { Hashtable } from '../../../src/runtime/types/collections/hashtable.ts';
import type { Value } from '../../../src/runtime/values.ts';

export default defineCmdlet({
  name: 'ConvertFrom-StringData',
  module: 'Microsoft.PowerShell.Utility',
  synopsis: 'Makes a hashtable of lines of the form name=value.',
  parameters: {
    StringData: { type: 'string', mandatory: true, position: 0, pipeline: 'value', validate: [{ kind: 'allowEmptyString' }], help: 'The lines.' },
    Delimiter: { type: 'char', position: 1, default: '=', help: 'What stands between name and value.' },
  },
  outputs: ['System.Collections.Hashtable'],
  examples: [{ script: "(ConvertFrom-StringData 'Server = EX01').Server", output: 'EX01' }],
  create: (cmdlet) => ({
    process() {
      const delimiter = cmdlet.args.Delimiter === undefined ? '=' : toText(cmdlet.args.Delimiter as Value);
      cmdlet.write(parseLines(cmdlet, cmdlet.args.StringData as string, delimiter));
    },
  }),
});

function parseLines(cmdlet: CmdletContext, text: string, delimiter: string): Hashtable {
  const table = new Hashtable();
  for (const line of text.split('\n')) {
    const trimmed = line.trim();
    if (trimmed === '' || trimmed.startsWith('#')) continue;
    const at = trimmed.indexOf(delimiter);
    if (at < 0) fail(cmdlet, `Data line '${trimmed}' is not in 'name=value' format. `);
    const name = unescapeText(trimmed.slice(0, at)).trim();
    if (table.has(name)) fail(cmdlet, `Data item '${name}' in line '${trimmed}' is already defined. `);
    table.set(name, unescapeText(trimmed.slice(at + 1).trim()));
  }
  return table;
}

function fail(cmdlet: CmdletContext, message: string): never {
  return cmdlet.fail(cmdlet.makeError(message, 'InvalidOperation', 'InvalidOperation', null, 'System.Management.Automation.PSInvalidOperationException'));
}

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', a: '\u0007', b: '\b', e: '\u001b', f: '\f', v: '\v', '0': '\0' };

/** Escapes as in regular expressions: \\ is one backslash, \n a new line. */
function unescapeText(text: string): string {
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))/g, (_all, unicode, hex, character) => {
    if (unicode ?? hex) return String.fromCharCode(Number.parseInt(unicode ?? hex, 16));
    return ESCAPES[character] ?? character;
  });
}
