// Export-Clixml.

import { writeClixml } from '../../../src/runtime/clixml/writer.ts';
import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { openFileWriter } from '../../../src/runtime/providers/file-content.ts';
import { parentPath } from '../../../src/runtime/providers/path-text.ts';
import { failed, recordOf } from '../../../src/runtime/providers/provider-errors.ts';
import { providersOf } from '../../../src/runtime/providers/provider-session.ts';
import { encodingArgument } from '../../../src/runtime/providers/text-encoding.ts';
import type { Value } from '../../../src/runtime/values.ts';

const DEFAULT_DEPTH = 2;

export default defineCmdlet({
  name: 'Export-Clixml',
  module: 'Microsoft.PowerShell.Utility',
  synopsis: 'Writes objects to a file as CLIXML, which keeps their types.',
  parameters: {
    Depth: { type: 'int', validate: [{ kind: 'range', min: 1, max: 2147483647 }], help: 'How many levels deep to go.' },
    Path: { type: 'string', mandatory: true, position: 0, sets: 'ByPath', help: 'File to write.' },
    LiteralPath: {
      type: 'string',
      aliases: ['PSPath', 'LP'],
      mandatory: true,
      sets: 'ByLiteralPath',
      help: 'Path taken as it is, without wildcard characters.',
    },
    InputObject: {
      type: 'psobject',
      mandatory: true,
      pipeline: 'value',
      validate: [{ kind: 'allowNull' }],
      help: 'The objects, usually from the pipeline.',
    },
    Force: { type: 'switch', help: 'Overrides what usually protects the item.' },
    NoClobber: { type: 'switch', aliases: ['NoOverwrite'], help: 'Fails when the file exists.' },
    Encoding: {
      type: 'System.Text.Encoding',
      validate: [{ kind: 'notNullOrEmpty' }],
      transform: encodingArgument,
      help: 'Encoding of the text; utf8NoBOM by default.',
    },
  },
  defaultSet: 'ByPath',
  supportsShouldProcess: true,
  examples: [
    { script: '@{ Port = 25 } | Export-Clixml C:\\settings.xml; (Import-Clixml C:\\settings.xml).Port', output: '25' },
  ],
  create: (cmdlet) => {
    const objects: Value[] = [];
    return {
      process() {
        objects.push(cmdlet.args.InputObject ?? null);
      },
      end() {
        const given = (cmdlet.args.LiteralPath ?? cmdlet.args.Path) as string;
        if (!cmdlet.shouldProcess(given)) return;
        const { path } = providersOf(cmdlet.engine).resolve(given);
        const { files } = cmdlet.host;
        if (cmdlet.args.NoClobber && files.stat(path)) {
          cmdlet.fail(
            recordOf(
              failed(
                'System.IO.IOException',
                `The file '${path}' already exists.`,
                'NoClobber',
                'ResourceExists',
                path,
              ),
            ),
          );
        }
        if (files.stat(parentPath(path))?.directory !== true) {
          const message = `Could not find a part of the path '${path}'.`;
          cmdlet.fail(
            recordOf(failed('System.IO.DirectoryNotFoundException', message, 'FileOpenFailure', 'OpenError', null)),
          );
        }
        const options = {
          append: false,
          asBytes: false,
          noNewline: true,
          encoding: cmdlet.args.Encoding,
          force: cmdlet.args.Force === true,
        };
        const writer = openFileWriter(files, path, options);
        writer.write([writeClixml(objects, (cmdlet.args.Depth as number | undefined) ?? DEFAULT_DEPTH)]);
        writer.close();
      },
    };
  },
});
