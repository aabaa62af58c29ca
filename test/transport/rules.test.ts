// Rules and journaling of the engine: the same with a save in the middle, the invariants, and a copy for some recipients.

import { describe, expect, it } from 'vitest';
import { findFaults } from '../../src/transport/checks/invariants.ts';
import { World } from '../../src/transport/world.ts';
import type { JsonObject } from '../../state/schema/json.ts';
import { hours, minutes, Scenario } from './support/scenario.ts';

function rule(
  scenario: Scenario,
  name: string,
  Conditions: JsonObject,
  Actions: JsonObject,
  more: JsonObject = {},
): void {
  scenario.apply({
    kind: 'config.new',
    class: 'transportRule',
    name,
    properties: { Conditions, Actions, ...more },
  });
}

function snapshotText(scenario: Scenario): string {
  const { head, collections } = scenario.world.snapshot();
  return JSON.stringify({
    head,
    collections: Object.fromEntries(Object.entries(collections).map(([name, rows]) => [name, [...rows]])),
  });
}

function play(saved: boolean): Scenario {
  const scenario = new Scenario();
  rule(
    scenario,
    'Mark',
    { SentTo: ['carol'] },
    { PrependSubject: '[carol] ', SetHeaderName: 'X-Seen', SetHeaderValue: 'yes' },
  );
  rule(scenario, 'Level', { FromScope: 'InOrganization' }, { SetSCL: 1, BlindCopyTo: ['yuki'] });
  scenario.apply({
    kind: 'config.new',
    class: 'journalRule',
    name: 'All',
    properties: { JournalEmailAddress: 'kenji@contoso.com', Enabled: true },
  });
  scenario.apply({ kind: 'database', identity: 'DB02', action: 'dismount' });
  scenario.send('alice', ['bob', 'carol'], 'hello');
  scenario.advance(minutes);
  if (saved) scenario.world = World.restore(JSON.parse(snapshotText(scenario)), scenario.effects);
  scenario.apply({ kind: 'database', identity: 'DB02', action: 'mount' });
  scenario.advance(hours);
  return scenario;
}

describe('transport rules', () => {
  it('change a copy for the recipients that they are about, and all recipients get one mail each', () => {
    const scenario = play(false);
    expect(scenario.folder('bob')).toEqual(['hello']);
    expect(scenario.folder('carol')).toEqual(['[carol] hello']);
    expect(scenario.folder('yuki').sort()).toEqual(['[carol] hello', 'hello']);
    expect(scenario.folder('kenji').sort()).toEqual(['[carol] hello', 'hello']);
    const [item] = scenario.world.mailboxItems('carol', 'Inbox')!;
    expect(item!.eml()).toContain('X-Seen: yes');
    expect(item!.messageId).toBe(scenario.world.mailboxItems('bob', 'Inbox')![0]!.messageId);
    expect(findFaults(scenario.world.simulation)).toEqual([]);
  });

  it('go on after a save in the middle as if there had been none', () => {
    const [whole, halves] = [play(false), play(true)];
    expect(snapshotText(halves)).toBe(snapshotText(whole));
    expect(JSON.stringify(halves.logs)).toBe(JSON.stringify(whole.logs));
  });
});
