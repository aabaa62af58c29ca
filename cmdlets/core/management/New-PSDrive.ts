// New-PSDrive.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { PSDriveInfo } from '../../../src/runtime/providers/drive-info.ts';
import { failed, invalidArgument } from '../../../src/runtime/providers/provider-errors.ts';
import { reporting, sessionOf } from './shared/items.ts';

export default defineCmdlet({
  name: 'New-PSDrive',
  module: 'Microsoft.PowerShell.Management',
  aliases: ['ndr', 'mount'],
  synopsis: 'Makes a drive that stands for a folder.',
  parameters: {
    Name: {
      type: 'string',
      mandatory: true,
      position: 0,
      pipeline: 'name',
      help: 'Names; wildcard characters are allowed where several are meant.',
    },
    PSProvider: { type: 'string', mandatory: true, position: 1, pipeline: 'name', help: 'Name of the provider.' },
    Root: {
      type: 'string',
      mandatory: true,
      position: 2,
      pipeline: 'name',
      validate: [{ kind: 'allowEmptyString' }],
      help: 'Folder the drive stands for.',
    },
    Description: { type: 'string', pipeline: 'name', help: 'Text that describes it.' },
    Scope: { type: 'string', pipeline: 'name', help: 'Scope: global, local, script, or a number of levels up.' },
    Credential: { type: 'pscredential', pipeline: 'name', help: 'Account to use; the sandbox checks none.' },
  },
  supportsShouldProcess: true,
  confirmImpact: 'Low',
  examples: [
    {
      setup: 'New-Item C:\\Logs -ItemType Directory > $null',
      script: 'New-PSDrive -Name L -PSProvider FileSystem -Root C:\\Logs > $null; (Get-PSDrive L).Root',
      output: 'C:\\Logs',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const session = sessionOf(cmdlet);
      const { Name: name, Root: root, Description: description, Scope: scope } = cmdlet.args;
      reporting(cmdlet, () => {
        const provider = session.provider(cmdlet.args.PSProvider);
        if (!cmdlet.shouldProcess(`Name: ${name} Provider: ${provider.info} Root: ${root}`, 'New drive')) return;
        if (/[:;~/\\.]/.test(name)) {
          throw invalidArgument(
            'Cannot process the drive name because the drive name contains one or more of the following characters that are not valid: ; ~ / \\ . :',
          );
        }
        const target = provider.hierarchical ? session.resolve(root).path : root;
        const drive = new PSDriveInfo(name, provider.info, target);
        drive.description = description ?? '';
        if (provider.hierarchical) {
          if (!provider.isContainer(target)) {
            const message = `The specified drive root "${root}" either does not exist, or it is not a folder.`;
            throw failed('System.IO.IOException', message, 'DriveRootError', 'ReadError', drive);
          }
          drive.space = () => cmdlet.host.files.freeBytes(target.slice(0, 1));
        }
        session.addDrive(drive, scope);
        cmdlet.write(drive);
      });
    },
  }),
});
