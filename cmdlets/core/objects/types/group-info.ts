// Microsoft.PowerShell.Commands.GroupInfo: what Group-Object puts out.

import type { ArrayList } from '../../../../src/runtime/types/collections/list.ts';
import { declareType, type PSType } from '../../../../src/runtime/types/registry.ts';
import type { Value } from '../../../../src/runtime/values.ts';

const NAMESPACE = 'Microsoft.PowerShell.Commands';

export class GroupInfo {
  constructor(
    readonly values: ArrayList,
    readonly name: string,
    /** A Collection of the objects; counted only with -NoElement. */
    readonly group: Value,
    public count: number,
    private readonly withElements: boolean,
  ) {}

  get psType(): PSType {
    return this.withElements ? groupInfoType() : noElementType();
  }
}

let groupType: PSType | undefined;
let bareType: PSType | undefined;

function groupInfoType(): PSType {
  return (groupType ??= declareType({
    name: `${NAMESPACE}.GroupInfo`,
    properties: {
      'System.Collections.ArrayList Values': (info: GroupInfo) => info.values,
      'int Count': (info: GroupInfo) => info.count,
      'System.Collections.ObjectModel.Collection`1[psobject] Group': (info: GroupInfo) => info.group,
      'string Name': (info: GroupInfo) => info.name,
    },
  }));
}
function noElementType(): PSType {
  groupInfoType();
  return (bareType ??= declareType({ name: `${NAMESPACE}.GroupInfoNoElement`, base: `${NAMESPACE}.GroupInfo` }));
}
