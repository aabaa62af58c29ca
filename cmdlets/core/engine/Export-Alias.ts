// Export-Alias.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { matchesWildcard } from '../../../src/runtime/operators/strings.ts';
import { openFileWriter } from '../../../src/runtime/providers/file-content.ts';
import { failed, recordOf } from '../../../src/runtime/providers/provider-errors.ts';
import { providersOf } from '../../../src/runtime/providers/provider-session.ts';
import { reporting } from '../management/shared/items.ts';
import { byName, optionText, scopeArgument } from './shared/scopes.ts';

export default defineCmdlet({
  name: 'Export-Alias',
  module: 'Microsoft.PowerShell.Utility',
  aliases: ['epal'],
  synopsis: 'Writes aliases to a file.',
  parameters: {
    Path: { type: 'string', mandatory: true, position: 0, sets: 'ByPath', help: 'File to write.' },
    LiteralPath: {
      type: 'string',
      aliases: ['PSPath', 'LP'],
      mandatory: true,
      pipeline: 'name',
      sets: 'ByLiteralPath',
      help: 'Path taken as it is, without wildcard characters.',
    },
    Name: {
      type: 'string[]',
      position: 1,
      pipeline: 'name',
      help: 'Names; wildcard characters are allowed where several are meant.',
    },
    PassThru: { type: 'switch', help: 'Puts out the object.' },
    As: {
      type: 'enum',
      values: ['Csv', 'Script'],
      enumName: 'Microsoft.PowerShell.Commands.ExportAliasFormat',
      help: 'Form of the output.',
    },
    Append: { type: 'switch', help: 'Adds to the end of the file instead of replacing it.' },
    Force: { type: 'switch', help: 'Overrides what usually protects the item.' },
    NoClobber: { type: 'switch', aliases: ['NoOverwrite'], help: 'Fails when the file exists.' },
    Description: { type: 'string', help: 'Text that describes it.' },
    Scope: { type: 'string', help: 'Scope: global, local, script, or a number of levels up.' },
  },
  defaultSet: 'ByPath',
  supportsShouldProcess: true,
  outputs: ['System.Management.Automation.AliasInfo'],
  examples: [
    {
      script: 'Set-Alias now Get-Date; Export-Alias C:\\aliases.csv -Name now; (Get-Content C:\\aliases.csv)[-1]',
      output: '"now","Get-Date","","None"',
    },
  ],
  create: (cmdlet) => {
    const names: string[] = [];
    const header = (): string[] => {
      const { environment } = cmdlet.host;
      return [
        '# Alias File',
        `# Exported by : ${environment.get('USERNAME') ?? ''}`,
        `# Date/Time : ${cmdlet.engine.invokeCommand('Get-Date', { named: { Format: 'F' } }).join('')}`,
        `# Computer : ${environment.get('COMPUTERNAME') ?? ''}`,
      ];
    };
    return {
      process() {
        names.push(...((cmdlet.args.Name as string[] | undefined) ?? ['*']));
      },
      end() {
        const given = (cmdlet.args.LiteralPath ?? cmdlet.args.Path) as string;
        if (!cmdlet.shouldProcess(given)) return;
        reporting(cmdlet, () => {
          const { path } = providersOf(cmdlet.engine).resolve(given);
          if (cmdlet.args.NoClobber && cmdlet.host.files.stat(path)) {
            const message = `The file '${path}' already exists.`;
            throw failed('System.IO.IOException', message, 'NoClobber', 'ResourceExists', path);
          }
          const aliases = cmdlet.engine.aliases
            .list(scopeArgument(cmdlet))
            .filter((alias) => names.some((name) => matchesWildcard(alias.name, name)))
            .sort(byName);
          for (const name of names) {
            if (/[*?[]/.test(name) || aliases.some((alias) => matchesWildcard(alias.name, name))) continue;
            const message = `Cannot find alias because alias '${name}' does not exist.`;
            cmdlet.error(
              recordOf(
                failed(
                  'System.Management.Automation.ItemNotFoundException',
                  message,
                  'AliasNotFound',
                  'ObjectNotFound',
                  name,
                ),
              ),
            );
          }
          const script = String(cmdlet.args.As ?? 'Csv') === 'Script';
          const lines = aliases.map((alias) => {
            const option = optionText(alias.options);
            if (!script) return `"${alias.name}","${alias.definition}","${alias.description}","${option}"`;
            return `set-alias -Name:"${alias.name}" -Value:"${alias.definition}" -Description:"${alias.description}" -Option:"${option}"`;
          });
          const options = {
            append: cmdlet.args.Append === true,
            asBytes: false,
            noNewline: false,
            encoding: undefined,
            force: cmdlet.args.Force === true,
          };
          const writer = openFileWriter(cmdlet.host.files, path, options);
          writer.write([...header(), ...lines]);
          writer.close();
          if (cmdlet.args.PassThru) cmdlet.writeAll(aliases);
        });
      },
    };
  },
});
