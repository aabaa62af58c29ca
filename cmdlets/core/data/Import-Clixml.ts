// Import-Clixml.

import { readClixml } from '../../../src/runtime/clixml/reader.ts';
import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { toPlainNumber } from '../../../src/runtime/number/numeric.ts';
import { hasWildcard } from '../../../src/runtime/providers/path-text.ts';
import { failed, recordOf } from '../../../src/runtime/providers/provider-errors.ts';
import { decodeText } from '../../../src/runtime/providers/text-encoding.ts';
import type { Value } from '../../../src/runtime/values.ts';
import { pathArguments, sessionOf } from '../management/shared/items.ts';

export default defineCmdlet({
  name: 'Import-Clixml',
  module: 'Microsoft.PowerShell.Utility',
  synopsis: 'Reads objects from a CLIXML file.',
  parameters: {
    Path: { type: 'string[]', mandatory: true, position: 0, pipeline: 'both', sets: 'ByPath', help: 'Files to read.' },
    LiteralPath: {
      type: 'string[]',
      aliases: ['PSPath', 'LP'],
      mandatory: true,
      pipeline: 'name',
      sets: 'ByLiteralPath',
      help: 'Path taken as it is, without wildcard characters.',
    },
  },
  defaultSet: 'ByPath',
  supportsPaging: true,
  examples: [{ setup: '1, 2 | Export-Clixml C:\\n.xml', script: '(Import-Clixml C:\\n.xml).Count', output: '2' }],
  create: (cmdlet) => ({
    process() {
      const session = sessionOf(cmdlet);
      const { paths, literal } = pathArguments(cmdlet);
      const count = (value: Value, absent: number): number =>
        value === undefined || value === null ? absent : toPlainNumber(value);
      for (const path of paths) {
        const found = session.resolve(path);
        const wild = !literal && hasWildcard(path);
        if (!wild && !found.provider.exists(found.path)) {
          const message = `Could not find file '${found.path}'.`;
          cmdlet.fail(
            recordOf(failed('System.IO.FileNotFoundException', message, 'FileOpenFailure', 'OpenError', null)),
          );
        }
        for (const file of wild ? session.expand(path) : [found]) {
          const objects = readClixml(decodeText(cmdlet.host.files.read(file.path)), cmdlet.engine);
          const skip = count(cmdlet.args.Skip, 0);
          if (cmdlet.args.IncludeTotalCount) cmdlet.write(objects.length);
          cmdlet.writeAll(objects.slice(skip, skip + count(cmdlet.args.First, objects.length)));
        }
      }
    },
  }),
});
