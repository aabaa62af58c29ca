// Get-FormatData.

import type { View } from '../../../src/formatting/view-model.ts';
import { allViews } from '../../../src/formatting/view-registry.ts';
import { registerCoreViews } from '../../../src/formatting/views/core-views.ts';
import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { matchesWildcard } from '../../../src/runtime/operators/strings.ts';
import { PSObject, typedArray } from '../../../src/runtime/values.ts';

const AUTOMATION = 'System.Management.Automation';
const CONTROLS = { table: 'TableControl', list: 'ListControl', wide: 'WideControl', custom: 'CustomControl' };

export default defineCmdlet({
  name: 'Get-FormatData',
  module: 'Microsoft.PowerShell.Utility',
  synopsis: 'Gets the views of types.',
  parameters: {
    TypeName: { type: 'string[]', position: 0, wildcards: true, help: 'Names of the types.' },
    PowerShellVersion: { type: 'version', help: 'Accepted for compatibility.' },
  },
  outputs: ['System.Management.Automation.ExtendedTypeDefinition'],
  examples: [{ script: '(Get-FormatData System.Guid).TypeNames', output: 'System.Guid' }],
  create: (cmdlet) => ({
    process() {
      registerCoreViews();
      const patterns = (cmdlet.args.TypeName as string[] | undefined) ?? ['*'];
      const groups = new Map<string, View[]>();
      for (const view of allViews()) {
        if (!view.types.some((type) => patterns.some((pattern) => matchesWildcard(type, pattern, true)))) continue;
        const key = view.types.join('\n');
        groups.set(key, [...(groups.get(key) ?? []), view]);
      }
      for (const views of groups.values()) cmdlet.write(definition(views));
    },
  }),
});

function definition(views: readonly View[]): PSObject {
  const types = [...views[0]!.types];
  const shown = views.map((view) =>
    PSObject.of(
      { Name: view.name, Control: `${AUTOMATION}.${CONTROLS[view.kind]}` },
      `${AUTOMATION}.FormatViewDefinition`,
    ),
  );
  return PSObject.of(
    { TypeNames: typedArray(types, 'System.String'), FormatViewDefinition: shown },
    `${AUTOMATION}.ExtendedTypeDefinition`,
  );
}
