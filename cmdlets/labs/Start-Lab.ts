// Start-Lab.

import { sandboxError } from '../sandbox/support/errors.ts';
import { attemptLab, completeLabs, labCmdlet, labObject, labsOf, readText } from './support.ts';

export default labCmdlet({
  name: 'Start-Lab',
  synopsis: 'Opens a lab in a sandbox of its own and shows its story.',
  description:
    'Your own sandbox stays as it is and comes back with Stop-Lab; a shell that is closed in the middle of a lab goes on there. A lab that was left without passing goes on where it was; -Restart begins it again. With another -Seed some labs break something else, so that a class cannot copy.',
  supportsShouldProcess: true,
  defaultSet: 'Name',
  parameters: {
    Name: {
      type: 'string',
      aliases: ['Identity'],
      mandatory: true,
      position: 0,
      pipeline: 'both',
      sets: 'Name',
      help: 'Lab, as Get-Lab lists it.',
      complete: (host) => completeLabs(host),
    },
    Path: { type: 'string', mandatory: true, sets: 'Path', help: "A trainer's own lab: its file." },
    Seed: { type: 'int', validate: [{ kind: 'range', min: 0 }], help: "Seed of chance; by default the lab's." },
    Restart: { type: 'switch', help: 'Begins the lab again instead of going on in it.' },
  },
  outputs: ['Hubshell.Labs.Lab'],
  examples: [
    { script: 'Start-Lab first-steps' },
    { script: '(Start-Lab first-steps -Seed 7).State', remarks: 'The story is shown, the lab is put out.' },
  ],
  create: (cmdlet) => ({
    process() {
      const { Name: name, Path: path, Seed: seed, Restart: restart = false } = cmdlet.args;
      const text = path === undefined ? undefined : readText(cmdlet, path);
      if (path !== undefined && text === undefined) return;
      if (name === '') {
        sandboxError(cmdlet, 'SandboxInvalidValue', 'Name the lab.', name);
        return;
      }
      if (!cmdlet.shouldProcess(name ?? path)) return;
      const started = attemptLab(cmdlet, name ?? path, () =>
        labsOf(cmdlet).start({ name, seed, restart, ...(text !== undefined && { file: { text, path } }) }),
      );
      if (!started) return;
      cmdlet.hostWrite(`${started.text}\n`);
      cmdlet.write(labObject(started.lab));
    },
  }),
});
