// The parameters that every cmdlet and advanced function has (about_CommonParameters).

import { knownType } from '../types/registry.ts';
import { ALL_SETS, type CommandMetadata, emptySetData, type ParameterMetadata } from './metadata.ts';

const COMMON: [name: string, aliases: string[], type: string][] = [
  ['Verbose', ['vb'], 'System.Management.Automation.SwitchParameter'],
  ['Debug', ['db'], 'System.Management.Automation.SwitchParameter'],
  ['ErrorAction', ['ea'], 'System.Management.Automation.ActionPreference'],
  ['WarningAction', ['wa'], 'System.Management.Automation.ActionPreference'],
  ['InformationAction', ['infa'], 'System.Management.Automation.ActionPreference'],
  ['ProgressAction', ['proga'], 'System.Management.Automation.ActionPreference'],
  ['ErrorVariable', ['ev'], 'System.String'],
  ['WarningVariable', ['wv'], 'System.String'],
  ['InformationVariable', ['iv'], 'System.String'],
  ['OutVariable', ['ov'], 'System.String'],
  ['OutBuffer', ['ob'], 'System.Int32'],
  ['PipelineVariable', ['pv'], 'System.String'],
];
const SHOULD_PROCESS: typeof COMMON = [
  ['WhatIf', ['wi'], 'System.Management.Automation.SwitchParameter'],
  ['Confirm', ['cf'], 'System.Management.Automation.SwitchParameter'],
];
const PAGING: typeof COMMON = [
  ['IncludeTotalCount', [], 'System.Management.Automation.SwitchParameter'],
  ['Skip', [], 'System.UInt64'],
  ['First', [], 'System.UInt64'],
];

export function addCommonParameters(metadata: CommandMetadata): void {
  const groups = [COMMON, metadata.supportsShouldProcess ? SHOULD_PROCESS : [], metadata.supportsPaging ? PAGING : []];
  for (const group of groups) {
    for (const [name, aliases, type] of group) {
      if (!metadata.parameters.has(name.toLowerCase()))
        metadata.add(commonParameter(name, aliases, type, group !== PAGING));
    }
  }
}

function commonParameter(name: string, aliases: string[], typeName: string, common: boolean): ParameterMetadata {
  const type = knownType(typeName);
  return {
    name,
    key: name.toLowerCase(),
    aliases,
    type,
    typeName: type.name,
    isSwitch: type.name === 'SwitchParameter',
    sets: new Map([[ALL_SETS, emptySetData()]]),
    setMask: -1,
    validations: [],
    allowNull: false,
    allowEmptyString: false,
    allowEmptyCollection: false,
    hidden: false,
    common,
    dynamic: false,
    enumValues: undefined,
    attributes: [],
    scriptTyped: false,
  };
}
