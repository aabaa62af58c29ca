// Get-PSCallStack.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import type { Frame } from '../../../src/runtime/interpreter/frame.ts';
import { PSObject, type Value } from '../../../src/runtime/values.ts';

function lineOf(frame: Frame): number {
  const position = frame.position;
  return position === undefined ? 0 : frame.source.position(position.start).line;
}
function leaf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/')) + 1);
}

export default defineCmdlet({
  name: 'Get-PSCallStack',
  module: 'Microsoft.PowerShell.Utility',
  aliases: ['gcs'],
  synopsis: 'Gets the calls that led to the current line.',
  parameters: {},
  outputs: ['System.Management.Automation.CallStackFrame'],
  examples: [{ script: 'function f { (Get-PSCallStack)[0].Command }; f', output: 'f' }],
  create: (cmdlet) => ({
    end() {
      for (let frame = cmdlet.engine.frame; frame !== undefined; frame = frame.caller) {
        const { file } = frame.source;
        const script = file === undefined ? null : leaf(file);
        const isFunction = frame.name !== '<ScriptBlock>';
        const line = lineOf(frame);
        cmdlet.write(
          PSObject.of(
            {
              Command: isFunction ? frame.name : (script ?? '<ScriptBlock>'),
              Arguments: '{}',
              Location: script === null ? '<No file>' : `${script}: line ${line}`,
              FunctionName: frame.name,
              ScriptName: (file ?? null) as Value,
              ScriptLineNumber: line,
            },
            'System.Management.Automation.CallStackFrame',
          ),
        );
      }
    },
  }),
});
