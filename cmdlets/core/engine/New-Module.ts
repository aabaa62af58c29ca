// New-Module.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { addMember } from '../../../src/runtime/members.ts';
import type { ScriptBlock } from '../../../src/runtime/script-block.ts';
import type { PSModuleInfo } from '../../../src/runtime/session-state.ts';
import { PSObject, type Value } from '../../../src/runtime/values.ts';
import { publish, runModule } from './shared/module-loading.ts';

let counter = 0;

/** An object with the module's exported variables as properties and its functions as methods. */
function customObject(module: PSModuleInfo): PSObject {
  const object = new PSObject();
  for (const variable of module.exportedVariables.values()) {
    addMember(object, {
      kind: 'CodeProperty',
      name: variable.name,
      value: null,
      getter: (() => variable.value) as unknown as Value,
      setter: ((_target: Value, value: Value) => void (variable.value = value)) as unknown as Value,
    });
  }
  for (const info of module.exportedFunctions.values())
    addMember(object, { kind: 'ScriptMethod', name: info.name, value: info.scriptBlock });
  return object;
}

export default defineCmdlet({
  name: 'New-Module',
  module: 'Microsoft.PowerShell.Core',
  aliases: ['nmo'],
  synopsis: 'Makes a module from a script block.',
  parameters: {
    Name: {
      type: 'string',
      mandatory: true,
      position: 0,
      pipeline: 'value',
      sets: 'Name',
      help: 'Names; wildcard characters are allowed where several are meant.',
    },
    ScriptBlock: {
      type: 'scriptblock',
      sets: { Name: { mandatory: true, position: 1 }, ScriptBlock: { mandatory: true, position: 0 } },
      validate: [{ kind: 'notNull' }],
      help: 'The script block to run.',
    },
    Function: { type: 'string[]', validate: [{ kind: 'notNull' }], help: 'Functions to export or import.' },
    Cmdlet: { type: 'string[]', validate: [{ kind: 'notNull' }], help: 'Cmdlets to export or import.' },
    ReturnResult: { type: 'switch', help: 'Gives the output of the script block instead of the module.' },
    AsCustomObject: { type: 'switch', help: 'Gives an object with the exported members instead of the module.' },
    ArgumentList: {
      type: 'object[]',
      aliases: ['Args'],
      remaining: true,
      help: 'Values for the parameters of the script block or command.',
    },
  },
  defaultSet: 'ScriptBlock',
  outputs: ['System.Management.Automation.PSModuleInfo'],
  examples: [{ script: 'New-Module { function Get-Answer { 42 } } > $null; Get-Answer', output: '42' }],
  create: (cmdlet) => ({
    end() {
      const { engine } = cmdlet;
      const name = (cmdlet.args.Name as string | undefined) ?? `__DynamicModule_${String(++counter).padStart(8, '0')}`;
      const args = (cmdlet.args.ArgumentList as Value[] | undefined) ?? [];
      const { module, output } = runModule(engine, name, cmdlet.args.ScriptBlock as ScriptBlock, args);
      if (cmdlet.args.AsCustomObject) return cmdlet.write(customObject(module));
      publish(engine, module, {
        prefix: '',
        functions: cmdlet.args.Function,
        noClobber: false,
        scope: engine.scope.session.root,
      });
      if (cmdlet.args.ReturnResult) cmdlet.writeAll(output);
      else cmdlet.write(module);
    },
  }),
});
