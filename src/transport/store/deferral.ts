// A draft that no transport server took: why, said once.

import type { Machine } from '../machines/machine.ts';
import { trackContent } from '../mail/tracking.ts';
import type { Simulation } from '../simulation.ts';
import type { Draft } from './mail-store.ts';

export function deferred(simulation: Simulation, machine: Machine, draft: Draft, error: string): false {
  if (draft.lastError !== error) {
    simulation.trace.record(
      simulation.now,
      machine,
      'Submission',
      draft.content,
      draft.recipients,
      'Stays in Drafts',
      error,
    );
    if ((machine.version ?? 2016) >= 2013) {
      trackContent(simulation, machine, draft.content, {
        file: 'MSGTRKMS',
        source: 'STOREDRIVER',
        eventId: 'SUBMITDEFER',
        serverHostname: machine.name,
        serverIp: machine.address,
        recipients: [...draft.recipients],
        sourceContext: error,
      });
    }
  }
  draft.lastError = error;
  return false;
}
