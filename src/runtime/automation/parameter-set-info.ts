// `(Get-Command x).ParameterSets`: each set with its parameters and its syntax as text.

import { metadataFor } from '../binder/command-metadata.ts';
import { ALL_SETS, type ParameterMetadata, type ParameterSetData, setData } from '../binder/metadata.ts';
import type { CommandInfo } from '../command-info.ts';
import { GenericList } from '../types/collections/list.ts';
import { knownType } from '../types/registry.ts';
import type { Value } from '../values.ts';
import { parameterSetSyntax } from './command-syntax.ts';

export class CommandParameter {
  constructor(
    readonly parameter: ParameterMetadata,
    readonly data: ParameterSetData,
  ) {}
}

class SetData {
  constructor(readonly data: ParameterSetData) {}
}

export class CommandParameterSet {
  static readonly Data = SetData;
  constructor(
    readonly command: CommandInfo,
    readonly name: string,
    readonly isDefault: boolean,
  ) {}

  get parameters(): Value {
    const found: CommandParameter[] = [];
    for (const parameter of metadataFor(this.command)?.parameters.values() ?? []) {
      const data = setData(parameter, this.name);
      if (data !== undefined) found.push(new CommandParameter(parameter, data));
    }
    return new GenericList(knownType('System.Collections.ObjectModel.ReadOnlyCollection`1[System.Object]'), found);
  }
  toString(): string {
    return parameterSetSyntax(this.command, this.name, false);
  }
}

export function parameterSetsOf(command: CommandInfo): Value {
  const metadata = metadataFor(command);
  if (metadata === undefined) return null;
  const names = metadata.setNames.length === 0 ? [ALL_SETS] : metadata.setNames;
  const sets = names.map(
    (name) => new CommandParameterSet(command, name, name.toLowerCase() === metadata.defaultSet.toLowerCase()),
  );
  return new GenericList(knownType('System.Collections.ObjectModel.ReadOnlyCollection`1[System.Object]'), sets);
}
