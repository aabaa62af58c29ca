// Register-ArgumentCompleter.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { registeredCompleters } from '../../../src/runtime/completion/script-completers.ts';
import type { Value } from '../../../src/runtime/values.ts';

export default defineCmdlet({
  name: 'Register-ArgumentCompleter',
  module: 'Microsoft.PowerShell.Core',
  implementingType: 'System.Management.Automation.RegisterArgumentCompleterCommand',
  synopsis: 'Registers a script block that completes arguments.',
  parameters: {
    CommandName: {
      type: 'string[]',
      sets: { NativeCommandSet: { mandatory: true }, PowerShellSet: {} },
      help: 'Commands whose arguments are completed.',
    },
    ParameterName: { type: 'string', mandatory: true, sets: 'PowerShellSet', help: 'Names of parameters.' },
    ScriptBlock: {
      type: 'scriptblock',
      mandatory: true,
      validate: [{ kind: 'allowNull' }],
      help: 'The script block to run.',
    },
    Native: { type: 'switch', sets: 'NativeCommandSet', help: 'The completer serves native commands.' },
    NativeFallback: {
      type: 'switch',
      sets: 'NativeFallbackSet',
      help: 'The completer serves native commands without one.',
    },
  },
  examples: [
    { script: "Register-ArgumentCompleter -CommandName Get-Thing -ParameterName Name -ScriptBlock { 'one', 'two' }" },
  ],
  create: (cmdlet) => ({
    end() {
      const native = cmdlet.args.Native === true || cmdlet.parameterSet === 'NativeCommandSet';
      const parameter = (cmdlet.args.ParameterName as string | undefined) ?? '';
      const completers = registeredCompleters(cmdlet.engine);
      for (const name of (cmdlet.args.CommandName as string[] | undefined) ?? ['']) {
        const key = native && parameter === '' ? `native:${name}` : `${name}:${parameter}`;
        completers.set(key.toLowerCase(), cmdlet.args.ScriptBlock as Value);
      }
    },
  }),
});
