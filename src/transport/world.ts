// The simulated organisation: a deterministic state machine. `apply` is the only way to change it; see world-reader.ts for reading.

import type { InputResult, WorldInput } from '../../state/schema/inputs.ts';
import type { Disk, LogSink } from '../../state/schema/log-records.ts';
import type { OrganizationData } from '../../state/schema/organization.ts';
import type { WorldSnapshot } from '../../state/schema/snapshot.ts';
import type { WorldReader } from './world-reader.ts';

export interface WorldEffects {
  logs: LogSink;
  disk: Disk;
}

export declare abstract class World implements WorldReader {
  static create(data: OrganizationData, effects: WorldEffects, seed?: number): World;
  static restore(snapshot: WorldSnapshot, effects: WorldEffects): World;
  apply(input: WorldInput): InputResult;
  snapshot(): WorldSnapshot;
}
export interface World extends WorldReader {}
