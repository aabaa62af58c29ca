// hostname.exe.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { localName } from '../local-machine.ts';
import { nativeProgram } from './native-console.ts';

export default defineCmdlet({
  name: 'hostname.exe',
  kind: 'native',
  module: '',
  synopsis: 'Prints the name of this machine.',
  parameters: {},
  examples: [{ script: 'hostname', output: 'EX01' }],
  create: nativeProgram((console, _args, cmdlet) => {
    console.printLine(localName(cmdlet));
    return 0;
  }),
});
