// Import-LocalizedData.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { toText } from '../../../src/runtime/convert.ts';
import { failed, recordOf } from '../../../src/runtime/providers/provider-errors.ts';
import { providersOf } from '../../../src/runtime/providers/provider-session.ts';
import { decodeText } from '../../../src/runtime/providers/text-encoding.ts';

export default defineCmdlet({
  name: 'Import-LocalizedData',
  module: 'Microsoft.PowerShell.Utility',
  implementingType: 'Microsoft.PowerShell.Commands.ImportLocalizedData',
  synopsis: 'Reads the texts of a script in the language of the user.',
  parameters: {
    BindingVariable: {
      type: 'string',
      aliases: ['Variable'],
      position: 0,
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Variable that takes the texts.',
    },
    UICulture: { type: 'string', position: 1, help: 'Culture of the texts.' },
    BaseDirectory: { type: 'string', help: 'Folder that holds the culture folders.' },
    FileName: { type: 'string', help: 'Name of the data file.' },
    SupportedCommand: { type: 'string[]', help: 'Commands allowed in the data file.' },
  },
  examples: [
    {
      setup:
        'New-Item C:\\texts\\en-US -ItemType Directory > $null; Set-Content C:\\texts\\en-US\\my.psd1 \'@{ Hello = "hi" }\'',
      script: 'Import-LocalizedData texts -BaseDirectory C:\\texts -FileName my.psd1; $texts.Hello',
      output: 'hi',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const { engine, host } = cmdlet;
      const script = toText(engine.valueOf('pscommandpath') ?? '');
      const folder = (cmdlet.args.BaseDirectory as string | undefined) ?? script.slice(0, script.lastIndexOf('\\'));
      const named =
        (cmdlet.args.FileName as string | undefined) ??
        script.slice(script.lastIndexOf('\\') + 1).replace(/\.ps1$/i, '');
      const file = /\.psd1$/i.test(named) ? named : `${named}.psd1`;
      const culture = (cmdlet.args.UICulture as string | undefined) ?? host.uiCulture;
      const base = providersOf(engine).resolve(folder).path;
      const candidates = [
        `${base}\\${culture}\\${file}`,
        `${base}\\${culture.split('-')[0]}\\${file}`,
        `${base}\\${file}`,
      ];
      const path = candidates.find((candidate) => host.files.stat(candidate)?.directory === false);
      if (path === undefined) {
        const message = `Cannot find the Windows PowerShell data file '${file}' in directory '${base}\\${culture}\\', or in any parent culture directories.`;
        cmdlet.error(
          recordOf(
            failed(
              'System.Management.Automation.PSInvalidOperationException',
              message,
              'ImportLocalizedData',
              'ObjectNotFound',
              candidates[0]!,
            ),
          ),
        );
        return;
      }
      const [table] = engine.callBlock(engine.createScriptBlock(decodeText(host.files.read(path)), path));
      const variable = cmdlet.args.BindingVariable as string | undefined;
      if (variable === undefined) cmdlet.write(table ?? null);
      else engine.variables.set(variable.replace(/^\$/, ''), table ?? null);
    },
  }),
});
