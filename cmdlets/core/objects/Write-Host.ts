// Write-Host.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { toText } from '../../../src/runtime/convert.ts';
import { cultureText } from '../../../src/runtime/culture-text.ts';
import { enumerate, isEnumerable } from '../../../src/runtime/enumerate.ts';
import { isDictionary } from '../../../src/runtime/types/collections/hashtable.ts';
import type { Value } from '../../../src/runtime/values.ts';
import { colored } from './shared/console-colors.ts';

export default defineCmdlet({
  name: 'Write-Host',
  module: 'Microsoft.PowerShell.Utility',
  synopsis: 'Shows text on the terminal.',
  parameters: {
    Object: {
      type: 'object',
      position: 0,
      pipeline: 'value',
      remaining: true,
      aliases: ['Msg', 'Message'],
      help: 'What to show.',
    },
    NoNewline: { type: 'switch', help: 'Stays on the line.' },
    Separator: { type: 'object', help: 'What stands between several objects; a blank by default.' },
    ForegroundColor: { type: 'System.ConsoleColor', help: 'Colour of the text.' },
    BackgroundColor: { type: 'System.ConsoleColor', help: 'Colour behind the text.' },
  },
  examples: [{ script: "Write-Host 'Queue', 12", output: 'Queue 12' }],
  create: (cmdlet) => ({
    process() {
      const { args, host } = cmdlet;
      const separator = args.Separator === undefined || args.Separator === null ? ' ' : toText(args.Separator as Value);
      const text = hostText(args.Object as Value, separator);
      const color = (name: string): string | undefined => (args[name] === undefined ? undefined : String(args[name]));
      const shown = host.ui.colors ? colored(text, color('ForegroundColor'), color('BackgroundColor')) : text;
      cmdlet.hostWrite(text, !args.NoNewline, shown);
    },
  }),
});

/** Elements of collections are shown side by side, as deep as they go. */
function hostText(value: Value, separator: string): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (isEnumerable(value)) return [...enumerate(value)].map((item) => hostText(item, separator)).join(separator);
  if (isDictionary(value))
    return [...value.entries()].map(([key, item]) => `[${cultureText(key)}, ${cultureText(item)}]`).join(separator);
  return cultureText(value);
}
