// One entry of LocalStates or RemoteStates: who asked for which state of a component, and when.

import { toText } from '../../../src/runtime/convert.ts';
import { invokeMethod } from '../../../src/runtime/members.ts';
import { declareType, type PSType, resolveType } from '../../../src/runtime/types/registry.ts';
import type { Value } from '../../../src/runtime/values.ts';
import type { ComponentRequestView } from '../../../src/transport/views.ts';

const typeName = 'Microsoft.Exchange.Data.ApplicationLogic.ServerComponentStateEntry';

class LocalState {
  readonly psType = localStateType();
  constructor(
    readonly request: ComponentRequestView,
    readonly component: string,
    readonly timestamp: Value,
  ) {}
  /** The product spells it Requestor (facts/outputs 2.1). */
  toString(): string {
    const time = invokeMethod(this.timestamp, 'ToString', []);
    return `Requestor:${this.request.requester}; State:${this.request.state}; Timestamp:${toText(time)}`;
  }
}

function localStateType(): PSType {
  return (
    resolveType(typeName) ??
    declareType({
      name: typeName,
      properties: {
        'string Requester': (self: LocalState) => self.request.requester,
        'string State': (self: LocalState) => self.request.state,
        'datetime Timestamp': (self: LocalState) => self.timestamp,
        'string Component': (self: LocalState) => self.component,
      },
      methods: { 'string ToString()': (self: LocalState) => self.toString() },
    })
  );
}

export function localStateObject(request: ComponentRequestView, component: string, timestamp: Value): Value {
  return new LocalState(request, component, timestamp);
}
