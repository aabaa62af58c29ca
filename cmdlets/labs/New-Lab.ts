// New-Lab.

import { attemptLab, fileObject, labCmdlet, labsOf, writeText } from './support.ts';

const defaultName = (path: string) =>
  (path.split(/[\\/]/).at(-1) ?? '')
    .replace(/\.json$/i, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');

export default labCmdlet({
  name: 'New-Lab',
  synopsis: "Makes a lab's file from what differs between the sandbox and its organisation's start.",
  description:
    'What you did becomes the faults, what differs becomes goals. Story, hints and solutions are yours to write; Test-Lab -Path checks the file, Start-Lab -Path opens it.',
  supportsShouldProcess: true,
  parameters: {
    Path: { type: 'string', mandatory: true, position: 0, help: 'File to write.' },
    Name: {
      type: 'string',
      position: 1,
      help: 'Name of the lab, words in small letters with hyphens; by default that of the file.',
    },
    Force: { type: 'switch', help: 'Replaces an existing file.' },
  },
  outputs: ['System.IO.FileInfo'],
  examples: [
    {
      setup: 'Set-ServerComponentState EX03 -Component HubTransport -Requester Functional -State Inactive',
      script: '(New-Lab C:\\Temp\\tokyo-mail.json).Name',
      output: 'tokyo-mail.json',
    },
  ],
  create: (cmdlet) => ({
    end() {
      const { Path: path, Name: name, Force: force = false } = cmdlet.args;
      if (!cmdlet.shouldProcess(path)) return;
      const text = attemptLab(cmdlet, path, () => labsOf(cmdlet).scaffold(name ?? defaultName(path)));
      if (text !== undefined && writeText(cmdlet, path, text, force)) cmdlet.write(fileObject(cmdlet, path));
    },
  }),
});
