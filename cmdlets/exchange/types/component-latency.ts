// One entry of ComponentLatency: how long a message has been with a component of transport, and whether it still is.

import { declareType, type PSType, resolveType } from '../../../src/runtime/types/registry.ts';
import type { Value } from '../../../src/runtime/values.ts';
import type { MessageView } from '../../../src/transport/views.ts';
import { timeSpanOf } from '../support/times.ts';

const typeName = 'Microsoft.Exchange.Data.QueueViewer.ComponentLatencyInfo';

class ComponentLatency {
  readonly psType: PSType;
  constructor(
    readonly component: string,
    readonly milliseconds: number,
    readonly pending: boolean,
  ) {
    this.psType = componentLatencyType();
  }
  toString(): string {
    return `${this.component};${Math.round(this.milliseconds / 1000)};${this.pending ? 'Pending' : 'Complete'}`;
  }
}

function componentLatencyType(): PSType {
  type Self = ComponentLatency;
  return (
    resolveType(typeName) ??
    declareType({
      name: typeName,
      properties: {
        'string ComponentId': (self: Self) => self.component,
        'timespan ComponentLatency': (self: Self) => timeSpanOf(self.milliseconds),
        'bool IsPending': (self: Self) => self.pending,
      },
      methods: { 'string ToString()': (self: Self) => self.toString() },
    })
  );
}

function componentOf({ queue }: MessageView): string {
  const [, label = ''] = queue.split('\\');
  const persistent = /^(Submission|Unreachable|Poison)$/i.exec(label)?.[1];
  return `${persistent ?? (/^shadow$/i.test(label) ? 'Shadow' : 'Delivery')}Queue`;
}

/** Where the message was before it came into its queue, and the queue itself. */
export function componentLatencies(message: MessageView, now: number): Value[] {
  const here = Math.max(0, now - message.dateReceived);
  const before = message.messageLatencyMs - here;
  const entries = [
    ...(before > 0 ? [new ComponentLatency('SubmissionQueue', before, false)] : []),
    new ComponentLatency(componentOf(message), here, true),
  ];
  return entries as unknown as Value[];
}
