// What the definitions of the Exchange cmdlets share: module, error class, and parameters read from their table on first use.

import type { CmdletDefinition, ParameterDefinition } from '../../../src/runtime/cmdlet.ts';
import { parameterTable } from './parameter-table.ts';

/** Namespaces of the implementing classes, last part of FullyQualifiedErrorId (facts/outputs 0.3). */
function implementingType(name: string): string {
  const className = name.replace('-', '');
  if (/-(Queue|Message|QueueDigest)$/.test(name)) return `Microsoft.Exchange.Management.QueueViewerTasks.${className}`;
  if (
    /-(Mailbox|MailContact|MailUser|DistributionGroup\w*|MoveRequest\w*|EmailAddressPolicy|Recipient|User)$/.test(name)
  )
    return `Microsoft.Exchange.Management.RecipientTasks.${className}`;
  return `Microsoft.Exchange.Management.SystemConfigurationTasks.${className}`;
}

export type ExchangeDefinition = Omit<CmdletDefinition, 'module' | 'parameters'> & {
  /** Lines of parameter-table.ts. */
  parameterLines: string;
  /** Exchange versions that have the cmdlet; one that the target server lacks errs when run. */
  versions?: [from: number, to: number];
};

export function exchangeCmdlet({
  parameterLines,
  versions: _versions,
  ...definition
}: ExchangeDefinition): CmdletDefinition {
  let parameters: Record<string, ParameterDefinition> | undefined;
  return {
    module: 'Microsoft.Exchange.Management.PowerShell.E2010',
    implementingType: implementingType(definition.name),
    ...definition,
    get parameters() {
      parameters ??= parameterTable(parameterLines);
      return parameters;
    },
  };
}
