// Get-Unique.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { toText } from '../../../src/runtime/convert.ts';
import { typeNameOf } from '../../../src/runtime/types/registry.ts';
import type { Value } from '../../../src/runtime/values.ts';
import { sameObject } from './shared/unique-objects.ts';

export default defineCmdlet({
  name: 'Get-Unique',
  module: 'Microsoft.PowerShell.Utility',
  aliases: ['gu'],
  synopsis: 'Leaves out objects that are like the one before them.',
  defaultSet: 'AsString',
  parameters: {
    InputObject: { type: 'psobject', pipeline: 'value', help: 'The objects, sorted.' },
    AsString: { type: 'switch', sets: 'AsString', help: 'Compares the texts of the objects.' },
    OnType: { type: 'switch', sets: 'UniqueByType', help: 'Compares the types of the objects.' },
    CaseInsensitive: { type: 'switch', help: 'Ignores case.' },
  },
  examples: [{ script: "'a', 'a', 'b' | Get-Unique", output: 'a\nb' }],
  create(cmdlet) {
    let last: Value;
    const ignoreCase = cmdlet.args.CaseInsensitive === true;
    const same = (value: Value): boolean => {
      if (last === undefined) return false;
      if (cmdlet.args.OnType) return typeNameOf(last) === typeNameOf(value);
      if (cmdlet.args.AsString) return sameObject(toText(last), toText(value), ignoreCase);
      return sameObject(last, value, ignoreCase);
    };
    return {
      process() {
        const input = cmdlet.args.InputObject as Value;
        if (input === undefined || same(input)) return;
        last = input;
        cmdlet.write(input);
      },
    };
  },
});
