// Import-Alias.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { guardFiles } from '../../../src/runtime/providers/provider-errors.ts';
import { decodeText } from '../../../src/runtime/providers/text-encoding.ts';
import { CsvParser } from '../data/shared/csv-reader.ts';
import { reporting, sessionOf } from '../management/shared/items.ts';
import { aliasExists, storeAlias } from './shared/aliases.ts';
import { optionArgument, scopeArgument } from './shared/scopes.ts';

export default defineCmdlet({
  name: 'Import-Alias',
  module: 'Microsoft.PowerShell.Utility',
  aliases: ['ipal'],
  synopsis: 'Reads aliases from a file that Export-Alias wrote.',
  parameters: {
    Path: { type: 'string', mandatory: true, position: 0, pipeline: 'both', sets: 'ByPath', help: 'File to read.' },
    LiteralPath: {
      type: 'string',
      aliases: ['PSPath', 'LP'],
      mandatory: true,
      pipeline: 'both',
      sets: 'ByLiteralPath',
      help: 'Path taken as it is, without wildcard characters.',
    },
    Scope: {
      type: 'string',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Scope: global, local, script, or a number of levels up.',
    },
    PassThru: { type: 'switch', help: 'Puts out the object.' },
    Force: { type: 'switch', help: 'Overrides what usually protects the item.' },
  },
  defaultSet: 'ByPath',
  supportsShouldProcess: true,
  outputs: ['System.Management.Automation.AliasInfo'],
  examples: [
    {
      setup: 'Set-Content C:\\aliases.csv \'"now","Get-Date","","None"\'',
      script: 'Import-Alias C:\\aliases.csv; (Get-Alias now).Definition',
      output: 'Get-Date',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const literal = cmdlet.has('LiteralPath');
      const scope = scopeArgument(cmdlet);
      const force = cmdlet.args.Force === true;
      reporting(cmdlet, () => {
        const given = (literal ? cmdlet.args.LiteralPath : cmdlet.args.Path) as string;
        for (const { path } of sessionOf(cmdlet).expand(given, { literal })) {
          const text = decodeText(guardFiles('FileOpenFailure', path, () => cmdlet.host.files.read(path), 'OpenError'));
          const parser = new CsvParser(text, ',');
          while (!parser.atEnd) {
            if (parser.peekLine().startsWith('#') || parser.peekLine() === '') {
              parser.skipLine();
              continue;
            }
            const [name, definition, description, option] = parser.record();
            if (!name || !definition || !cmdlet.shouldProcess(`Name: ${name} Value: ${definition}`, 'Import Alias'))
              continue;
            reporting(cmdlet, () => {
              if (!force && cmdlet.engine.aliases.get(name, scope)) throw aliasExists(name);
              const options = optionArgument(option ?? 'None');
              const alias = storeAlias(cmdlet, {
                name,
                definition,
                description: description ?? '',
                options,
                scope,
                force,
              });
              if (cmdlet.args.PassThru) cmdlet.write(alias);
            });
          }
        }
      });
    },
  }),
});
