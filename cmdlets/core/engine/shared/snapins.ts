// Snap-ins that the shell has built in.

import { PSObject } from '../../../../src/runtime/values.ts';

const SNAPINS: [name: string, description: string][] = [
  ['Microsoft.PowerShell.Core', 'Core commands of the shell.'],
  ['Microsoft.Exchange.Management.PowerShell.E2010', 'Admin tasks for Exchange Server.'],
  ['Microsoft.Exchange.Management.PowerShell.SnapIn', 'Admin tasks for Exchange Server.'],
  ['Microsoft.Exchange.Management.PowerShell.Admin', 'Admin tasks for Exchange Server.'],
  ['Microsoft.Exchange.Management.PowerShell.Setup', 'Setup tasks for Exchange Server.'],
  ['Microsoft.Exchange.Management.PowerShell.Support', 'Support tasks for Exchange Server.'],
];

export function snapins(): PSObject[] {
  return SNAPINS.map(([name, description]) =>
    PSObject.of(
      { Name: name, PSVersion: '7.6', Description: description, IsDefault: true },
      'System.Management.Automation.PSSnapInInfo',
    ),
  );
}
