// Import-PowerShellDataFile: a file that holds one hashtable of constants.

import type { Node } from '../../../src/language/ast.ts';
import { visit } from '../../../src/language/visit.ts';
import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { DotNetException } from '../../../src/runtime/errors.ts';
import { failed, pathNotFound, recordOf } from '../../../src/runtime/providers/provider-errors.ts';
import { decodeText } from '../../../src/runtime/providers/text-encoding.ts';
import type { ScriptBlock } from '../../../src/runtime/script-block.ts';
import { isDictionary } from '../../../src/runtime/types/collections/hashtable.ts';
import { pathArguments, reporting, sessionOf } from '../management/shared/items.ts';

/** Node kinds that compute something. */
const DYNAMIC =
  /^(Command|InvokeMember|Call|MethodCall|Assignment|ScriptBlock(Expression)?|Function|If|For|ForEach|While|Switch|Try|SubExpression)$/;
const SAFE_VARIABLES = ['true', 'false', 'null'];

/** The first part of a data file that is no constant. */
function dynamicPart(block: ScriptBlock): Node | undefined {
  let found: Node | undefined;
  visit(block.ast, (node) => {
    if (found !== undefined || node === block.ast) return found === undefined;
    const dynamic =
      DYNAMIC.test(node.kind) || (node.kind === 'Variable' && !SAFE_VARIABLES.includes(node.name.toLowerCase()));
    if (dynamic) found = node;
    return !dynamic;
  });
  return found;
}

export default defineCmdlet({
  name: 'Import-PowerShellDataFile',
  module: 'Microsoft.PowerShell.Utility',
  synopsis: 'Reads a hashtable of constants from a .psd1 file.',
  parameters: {
    Path: {
      type: 'string[]',
      mandatory: true,
      position: 0,
      sets: 'ByPath',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Path of the items; wildcard characters are allowed.',
    },
    LiteralPath: {
      type: 'string[]',
      aliases: ['PSPath', 'LP'],
      mandatory: true,
      position: 0,
      pipeline: 'name',
      sets: 'ByLiteralPath',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Path taken as it is, without wildcard characters.',
    },
    SkipLimitCheck: { type: 'switch', help: 'Allows more than 500 keys.' },
  },
  defaultSet: 'ByPath',
  examples: [
    {
      setup: "Set-Content C:\\settings.psd1 '@{ Port = 25 }'",
      script: '(Import-PowerShellDataFile C:\\settings.psd1).Port',
      output: '25',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const { paths, literal } = pathArguments(cmdlet);
      for (const path of paths) {
        reporting(cmdlet, () => {
          const session = sessionOf(cmdlet);
          const found = session.resolve(path);
          if (!/[*?[]/.test(path) && !found.provider.exists(found.path)) {
            const { message } = pathNotFound(found.path);
            throw failed('System.ArgumentException', message, 'PathNotFound', 'InvalidArgument', found.path);
          }
          for (const file of session.expand(path, { literal })) {
            const block = cmdlet.engine.createScriptBlock(decodeText(cmdlet.host.files.read(file.path)), file.path);
            if (dynamicPart(block)) {
              const message = `Cannot generate a PowerShell object for a ScriptBlock evaluating dynamic expressions. Dynamic expression: ${block.toString().trim()}.`;
              throw failed(
                'System.InvalidOperationException',
                message,
                'System.InvalidOperationException',
                'NotSpecified',
                null,
              );
            }
            const [table] = cmdlet.engine.callBlock(block);
            if (isDictionary(table)) cmdlet.write(table);
            else {
              const message = `Could not find a hashtable root element in data file '${file.path}'.`;
              cmdlet.error(
                recordOf(
                  new DotNetException('System.InvalidOperationException', message, {
                    errorId: 'CouldNotParseAsPowerShellDataFileNoHashtableRoot',
                    category: 'InvalidData',
                  }),
                ),
              );
            }
          }
        });
      }
    },
  }),
});
