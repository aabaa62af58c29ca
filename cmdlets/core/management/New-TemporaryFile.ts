// New-TemporaryFile.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { withNotes } from '../../../src/runtime/providers/item-notes.ts';
import { reporting, sessionOf } from './shared/items.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

export default defineCmdlet({
  name: 'New-TemporaryFile',
  module: 'Microsoft.PowerShell.Utility',
  synopsis: 'Makes an empty file in the folder for temporary files.',
  parameters: {},
  supportsShouldProcess: true,
  confirmImpact: 'Low',
  outputs: ['System.IO.FileInfo'],
  examples: [
    {
      setup: '$null = New-Item $env:TEMP -ItemType Directory -Force',
      script: '(New-TemporaryFile).Extension',
      output: '.tmp',
    },
  ],
  create: (cmdlet) => ({
    end() {
      const session = sessionOf(cmdlet);
      const folder = cmdlet.host.environment.get('TEMP') ?? 'C:\\Windows\\Temp';
      if (!cmdlet.shouldProcess(`${folder}\\`)) return;
      reporting(cmdlet, () => {
        session.fileSystem.makeDirectories(session.resolve(folder).path);
        let name = 'tmp';
        for (let i = 0; i < 6; i++) name += LETTERS[cmdlet.host.random.nextUint32() % LETTERS.length];
        const target = session.resolve(`${folder}\\${name}.tmp`);
        cmdlet.host.files.write(target.path, new Uint8Array());
        cmdlet.write(withNotes(session, target, target.provider.item(target.path)));
      });
    },
  }),
});
