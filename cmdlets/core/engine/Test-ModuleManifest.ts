// Test-ModuleManifest.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { leafName } from '../../../src/runtime/providers/path-text.ts';
import { failed } from '../../../src/runtime/providers/provider-errors.ts';
import { PSModuleInfo } from '../../../src/runtime/session-state.ts';
import { reporting, sessionOf } from '../management/shared/items.ts';
import { describe } from './shared/import-module.ts';
import { readManifest } from './shared/module-files.ts';

export default defineCmdlet({
  name: 'Test-ModuleManifest',
  module: 'Microsoft.PowerShell.Core',
  synopsis: 'Checks a module manifest and describes its module.',
  parameters: {
    Path: { type: 'string', mandatory: true, position: 0, pipeline: 'both', help: 'The manifest to test.' },
  },
  outputs: ['System.Management.Automation.PSModuleInfo'],
  examples: [
    {
      setup: 'New-ModuleManifest C:\\Tools.psd1 -ModuleVersion 1.2',
      script: '(Test-ModuleManifest C:\\Tools.psd1).Version.ToString()',
      output: '1.2',
    },
  ],
  create: (cmdlet) => ({
    process() {
      reporting(cmdlet, () => {
        for (const { path } of sessionOf(cmdlet).expand(cmdlet.args.Path as string)) {
          const invalid = (message: string): never => {
            throw failed('System.InvalidOperationException', message, 'Modules_InvalidManifest', 'InvalidData', path);
          };
          if (!/\.psd1$/i.test(path))
            invalid(`The specified path "${path}" does not name a module manifest: its extension must be .psd1.`);
          const manifest = readManifest(cmdlet.engine, path);
          if (manifest === undefined)
            return invalid(
              `The module manifest '${path}' could not be processed because it is not a valid PowerShell module manifest file.`,
            );
          if (!manifest.get('ModuleVersion'))
            invalid(`The module manifest member 'ModuleVersion' is missing in '${path}'.`);
          const module = new PSModuleInfo(leafName(path).replace(/\.psd1$/i, ''), undefined);
          module.moduleType = 'Manifest';
          describe(module, manifest, path);
          cmdlet.write(module);
        }
      });
    },
  }),
});
