// Remove-Module.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { toText } from '../../../src/runtime/convert.ts';
import { matchesWildcard } from '../../../src/runtime/operators/strings.ts';
import { failed, recordOf } from '../../../src/runtime/providers/provider-errors.ts';
import { PSModuleInfo } from '../../../src/runtime/session-state.ts';
import type { Value } from '../../../src/runtime/values.ts';
import { withdraw } from './shared/module-loading.ts';

export default defineCmdlet({
  name: 'Remove-Module',
  module: 'Microsoft.PowerShell.Core',
  aliases: ['rmo'],
  synopsis: 'Takes modules out of the session.',
  parameters: {
    Name: {
      type: 'string[]',
      mandatory: true,
      position: 0,
      pipeline: 'value',
      sets: 'name',
      help: 'Names; wildcard characters are allowed where several are meant.',
    },
    FullyQualifiedName: {
      type: 'object[]',
      mandatory: true,
      position: 0,
      pipeline: 'value',
      sets: 'FullyQualifiedName',
      help: 'Modules by specification.',
    },
    ModuleInfo: {
      type: 'System.Management.Automation.PSModuleInfo[]',
      mandatory: true,
      position: 0,
      pipeline: 'value',
      sets: 'ModuleInfo',
      help: 'Module objects.',
    },
    Force: { type: 'switch', help: 'Overrides what usually protects the item.' },
  },
  supportsShouldProcess: true,
  examples: [
    {
      setup: "Set-Content C:\\Tools.psm1 'function Get-Answer { 42 }'; Import-Module C:\\Tools.psm1",
      script: 'Remove-Module Tools; Get-Command Get-Answer -ErrorAction Ignore',
    },
  ],
  create: (cmdlet) => {
    let found = 0;
    let wild = false;
    return {
      process() {
        const { engine } = cmdlet;
        const modules: PSModuleInfo[] = [];
        for (const module of (cmdlet.args.ModuleInfo as Value[] | undefined) ?? [])
          if (module instanceof PSModuleInfo) modules.push(module);
        const names = ([] as Value[]).concat(cmdlet.args.Name ?? [], cmdlet.args.FullyQualifiedName ?? []);
        for (const name of names) {
          wild ||= /[*?[]/.test(toText(name));
          for (const module of engine.modules.values())
            if (matchesWildcard(module.name, toText(name))) modules.push(module);
        }
        for (const module of modules) {
          found++;
          if (cmdlet.shouldProcess(module.name, 'Remove-Module')) withdraw(engine, module);
        }
      },
      end() {
        if (found > 0 || wild) return;
        const message =
          'No modules were removed. Verify that the specification of modules to remove is correct and those modules exist in the runspace.';
        cmdlet.error(
          recordOf(
            failed(
              'System.InvalidOperationException',
              message,
              'Modules_NoModulesRemoved',
              'ResourceUnavailable',
              null,
            ),
          ),
        );
      },
    };
  },
});
