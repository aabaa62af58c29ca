// Start-Transcript.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { invariantCulture } from '../../../src/runtime/number/cultures.ts';
import { openFileWriter } from '../../../src/runtime/providers/file-content.ts';
import { failed, recordOf } from '../../../src/runtime/providers/provider-errors.ts';
import { providersOf } from '../../../src/runtime/providers/provider-session.ts';
import { DateTime } from '../../../src/runtime/types/date/date-time.ts';
import { startTranscript } from './shared/transcripts.ts';

export default defineCmdlet({
  name: 'Start-Transcript',
  module: 'Microsoft.PowerShell.Host',
  synopsis: 'Records what is shown in a file.',
  parameters: {
    Path: {
      type: 'string',
      position: 0,
      sets: 'ByPath',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'File to write to.',
    },
    LiteralPath: {
      type: 'string',
      aliases: ['PSPath', 'LP'],
      position: 0,
      sets: 'ByLiteralPath',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Path taken as it is, without wildcard characters.',
    },
    OutputDirectory: {
      type: 'string',
      position: 0,
      sets: 'ByOutputDirectory',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Folder for the transcript.',
    },
    Append: { type: 'switch', help: 'Adds to the end of the file instead of replacing it.' },
    Force: { type: 'switch', help: 'Overrides what usually protects the item.' },
    NoClobber: { type: 'switch', aliases: ['NoOverwrite'], help: 'Fails when the file exists.' },
    IncludeInvocationHeader: { type: 'switch', help: 'Adds a time stamp before each command.' },
    UseMinimalHeader: { type: 'switch', help: 'Writes a short header.' },
  },
  defaultSet: 'ByPath',
  supportsShouldProcess: true,
  outputs: ['System.String'],
  examples: [
    {
      script: 'Start-Transcript C:\\session.txt > $null; Stop-Transcript',
      output: 'Transcript stopped, output file is C:\\session.txt',
    },
  ],
  create: (cmdlet) => ({
    end() {
      const { host } = cmdlet;
      const session = providersOf(cmdlet.engine);
      const stamp = DateTime.now().format('yyyyMMddHHmmss', invariantCulture());
      const computer = host.environment.get('COMPUTERNAME') ?? 'EX01';
      const folder = (cmdlet.args.OutputDirectory as string | undefined) ?? session.fileSystem.info.home;
      const given = (cmdlet.args.LiteralPath ?? cmdlet.args.Path) as string | undefined;
      const { path } = session.resolve(given ?? `${folder || 'C:'}\\PowerShell_transcript.${computer}.${stamp}.txt`);
      if (!cmdlet.shouldProcess(given ?? path)) return;
      if (cmdlet.args.NoClobber && !cmdlet.args.Append && host.files.stat(path)) {
        cmdlet.fail(
          recordOf(
            failed(
              'System.IO.IOException',
              `File ${path} already exists and NoClobber was specified.`,
              'NoClobber',
              'ResourceExists',
              path,
            ),
          ),
        );
      }
      const options = {
        append: cmdlet.args.Append === true,
        asBytes: false,
        noNewline: false,
        encoding: undefined,
        force: cmdlet.args.Force === true,
      };
      const writer = openFileWriter(host.files, path, options);
      const stars = '**********************';
      const lines = [stars, 'PowerShell transcript start', `Start time: ${stamp}`];
      if (!cmdlet.args.UseMinimalHeader)
        lines.push(
          `Username: ${host.environment.get('USERDOMAIN') ?? computer}\\${host.environment.get('USERNAME') ?? ''}`,
          `Machine: ${computer}`,
        );
      writer.write([...lines, stars]);
      writer.close();
      startTranscript(cmdlet.engine, path);
      cmdlet.write(`Transcript started, output file is ${path}`);
    },
  }),
});
