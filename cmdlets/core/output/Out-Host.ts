// Out-Host.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { terminalRun } from './shared/line-output.ts';

export default defineCmdlet({
  name: 'Out-Host',
  module: 'Microsoft.PowerShell.Core',
  aliases: ['oh'],
  synopsis: 'Shows objects on the terminal.',
  parameters: {
    Paging: { type: 'switch', help: 'Waits for a key after every screen page, at a terminal.' },
    InputObject: { type: 'psobject', pipeline: 'value', help: 'The objects to show.' },
  },
  examples: [{ script: "'shown' | Out-Host", output: 'shown' }],
  create(cmdlet) {
    const { ui } = cmdlet.host;
    let lines = 0;
    return terminalRun(cmdlet, () => {
      if (!cmdlet.args.Paging || !ui.interactive || ++lines < ui.rows - 1) return;
      ui.write('<SPACE> next page; <CR> next line; Q quit');
      const key = ui.readKey();
      ui.write('\r\x1b[K');
      if (key?.character.toLowerCase() === 'q') cmdlet.stopUpstream();
      lines = key?.character === ' ' ? 0 : ui.rows - 2;
    });
  },
});
