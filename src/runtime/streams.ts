// Where objects go: outputs, collectors, and the five side streams a command writes to.

import { toText } from './convert.ts';
import { NOTHING, type Value } from './values.ts';

/** Anything that takes objects one at a time. */
export interface Output {
  write(value: Value): void;
}

/** Keeps what is written. */
export class Collector implements Output {
  readonly items: Value[] = [];
  write(value: Value): void {
    this.items.push(value);
  }
  /** As the value of an expression: nothing, the single object, or an array. */
  get result(): Value {
    const items = this.items;
    return items.length === 1 ? items[0] : items.length === 0 ? NOTHING : items;
  }
}

export class NullOutput implements Output {
  write(): void {}
}
export const NULL_OUTPUT: Output = new NullOutput();

/** Hands every object to a function. */
export class CallbackOutput implements Output {
  constructor(readonly write: (value: Value) => void) {}
}

export type SideStream = 'error' | 'warning' | 'verbose' | 'debug' | 'information';

/** The side streams of a running command. Records are written to them, never bare text. */
export type Streams = Readonly<Record<SideStream, Output>>;

/** System.Management.Automation.WarningRecord, VerboseRecord and DebugRecord. */
export abstract class InformationalRecord {
  constructor(readonly message: string) {}
  toString(): string {
    return this.message;
  }
}
export class WarningRecord extends InformationalRecord {}
export class VerboseRecord extends InformationalRecord {}
export class DebugRecord extends InformationalRecord {}

/** What Write-Host puts into the information stream: System.Management.Automation.HostInformationMessage. */
export class HostInformationMessage {
  constructor(
    readonly message: string,
    readonly noNewLine: boolean,
    /** Text with escape sequences for the terminal, where colours were asked for. */
    readonly coloured: string = message,
  ) {}
  toString(): string {
    return this.message;
  }
}

/** System.Management.Automation.InformationRecord. */
export class InformationRecord {
  constructor(
    readonly messageData: Value,
    readonly source: string,
    readonly tags: string[],
    readonly timeGeneratedTicks: bigint,
  ) {}
  toString(): string {
    return toText(this.messageData);
  }
}
