// The organisations that ship are valid, and a faulty file is refused with its path and rule (spec/organizations).

import { describe, expect, it } from 'vitest';
import contoso from '../../state/organizations/contoso.json' with { type: 'json' };
import fabrikam from '../../state/organizations/fabrikam2010.json' with { type: 'json' };
import northwind from '../../state/organizations/northwind2007.json' with { type: 'json' };
import type { OrganizationData } from '../../state/schema/organization.ts';
import { parseOrganization } from '../../state/schema/organization-validation.ts';
import { Scenario } from './support/scenario.ts';

describe('the sample organisations', () => {
  it.each([contoso, fabrikam, northwind])('$name is valid and mail of everybody reaches everybody', (data) => {
    expect(parseOrganization(data).name).toBe(data.name);
    const scenario = new Scenario(data as unknown as OrganizationData);
    const mailboxes = scenario.world.objects('mailbox').map((mailbox) => mailbox.name);
    for (const to of mailboxes) scenario.send('administrator', to, `to ${to}`);
    for (const from of mailboxes) scenario.send(from, 'administrator', `from ${from}`);
    scenario.untilIdle();
    for (const to of mailboxes) expect(scenario.folder(to)).toContain(`to ${to}`);
    for (const from of mailboxes) expect(scenario.folder('administrator')).toContain(`from ${from}`);
  });

  it.each([
    [
      'machines.1.adapters.0.address',
      (data: OrganizationData) => void (data.machines[1]!.adapters[0]!.address = 'here'),
    ],
    ['machines.2.site', (data: OrganizationData) => void (data.machines[2]!.site = 'Atlantis')],
    ['machines.3.name', (data: OrganizationData) => void (data.machines[3]!.name = data.machines[2]!.name)],
    ['start', (data: OrganizationData) => void (data.start = 'soon')],
  ])('a fault at %s is named', (path, damage) => {
    const data = structuredClone(contoso) as unknown as OrganizationData;
    damage(data);
    expect(() => parseOrganization(data)).toThrow(path);
  });
});
