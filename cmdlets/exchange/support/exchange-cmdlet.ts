// What the definitions of the Exchange cmdlets share: module, error class, parameters and their rules, read from their table on
// first use, and the versions of Exchange that have them.

import type { CmdletContext, CmdletDefinition, CmdletRun } from '../../../src/runtime/cmdlet.ts';
import { textOf } from '../types/argument-types.ts';
import { enforceRules, type ParameterRules, type VersionRange } from './parameter-rules.ts';
import { type ParameterTable, parameterTable } from './parameter-table.ts';
import { controllerNamed } from './servers.ts';
import { versionAllows } from './versions.ts';

/** Namespaces of the implementing classes, last part of FullyQualifiedErrorId (facts/outputs 0.3). */
function implementingType(name: string): string {
  const className = name.replace('-', '');
  if (/-(Queue|Message|QueueDigest)$/.test(name)) return `Microsoft.Exchange.Management.QueueViewerTasks.${className}`;
  if (/-(Mailbox|MailContact|MailUser|DistributionGroup\w*|MoveRequest\w*|Recipient|User)$/.test(name))
    return `Microsoft.Exchange.Management.RecipientTasks.${className}`;
  return `Microsoft.Exchange.Management.SystemConfigurationTasks.${className}`;
}

export type ExchangeDefinition = Omit<CmdletDefinition, 'module' | 'parameters'> & {
  /** Lines of parameter-table.ts. */
  parameterLines: string;
  /** Exchange versions that have the cmdlet; one that the target server lacks errs when run (versions.ts). */
  versions?: VersionRange;
};

/** What starts a cmdlet, and the properties of what it puts out. */
export interface DescribedStarter {
  (cmdlet: CmdletContext): CmdletRun;
  outputProperties?: CmdletDefinition['outputProperties'];
}

export interface ExchangeCmdletDefinition extends CmdletDefinition {
  readonly versions: VersionRange | undefined;
  readonly rules: ReadonlyMap<string, ParameterRules>;
}

export function exchangeCmdlet({
  parameterLines,
  versions,
  create,
  ...definition
}: ExchangeDefinition): ExchangeCmdletDefinition {
  let table: ParameterTable | undefined;
  const read = (): ParameterTable => {
    table ??= parameterTable(parameterLines);
    return table;
  };
  return {
    module: 'Microsoft.Exchange.Management.PowerShell.E2010',
    outputProperties: (create as DescribedStarter).outputProperties,
    ...definition,
    versions,
    // Asked for by errors alone; a start has no time for it.
    get implementingType() {
      return definition.implementingType ?? implementingType(definition.name);
    },
    get parameters() {
      return read().parameters;
    },
    get rules() {
      return read().rules;
    },
    create: (cmdlet) => guarded(cmdlet, create(cmdlet), definition.name, versions, read().rules),
  };
}

/** The run with what holds for every Exchange cmdlet before it: rules of the arguments, version of the target. */
function guarded(
  cmdlet: CmdletContext,
  run: CmdletRun,
  name: string,
  versions: VersionRange | undefined,
  rules: ReadonlyMap<string, ParameterRules>,
): CmdletRun {
  return {
    begin() {
      enforceRules(cmdlet, rules);
      run.begin?.();
    },
    process() {
      if (!versionAllows(cmdlet, name, versions, rules)) return;
      if (cmdlet.has('DomainController') && !controllerNamed(cmdlet, textOf(cmdlet.args.DomainController))) return;
      run.process?.();
    },
    end: run.end && (() => run.end?.()),
    dispose: run.dispose && (() => run.dispose?.()),
  };
}
