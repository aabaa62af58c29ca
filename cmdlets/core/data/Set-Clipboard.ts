// Set-Clipboard.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { toText } from '../../../src/runtime/convert.ts';
import type { Value } from '../../../src/runtime/values.ts';
import { clipboardOf } from './shared/clipboard.ts';

export default defineCmdlet({
  name: 'Set-Clipboard',
  module: 'Microsoft.PowerShell.Management',
  aliases: ['scb'],
  synopsis: "Sets the text on the shell's clipboard.",
  parameters: {
    Value: {
      type: 'string[]',
      mandatory: true,
      position: 0,
      pipeline: 'both',
      validate: [{ kind: 'allowNull' }, { kind: 'allowEmptyCollection' }, { kind: 'allowEmptyString' }],
      help: 'The value or content.',
    },
    Append: { type: 'switch', help: 'Adds to the end of the file instead of replacing it.' },
    PassThru: { type: 'switch', help: 'Puts out the object.' },
    AsOSC52: { type: 'switch', aliases: ['ToLocalhost'], help: 'Uses the terminal to reach the clipboard.' },
  },
  supportsShouldProcess: true,
  outputs: ['System.String'],
  examples: [{ script: "'a','b' | Set-Clipboard; (Get-Clipboard).Count", output: '2' }],
  create: (cmdlet) => {
    const lines: string[] = [];
    return {
      process() {
        for (const value of ([] as Value[]).concat(cmdlet.args.Value ?? [])) lines.push(toText(value));
      },
      end() {
        if (!cmdlet.shouldProcess(lines.join(' '), 'Set-Clipboard')) return;
        const clipboard = clipboardOf(cmdlet.engine);
        clipboard.text = (cmdlet.args.Append && clipboard.text !== '' ? `${clipboard.text}\n` : '') + lines.join('\n');
        if (cmdlet.args.PassThru) cmdlet.writeAll(lines);
      },
    };
  },
});
