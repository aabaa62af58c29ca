// What the scenarios of spec/rerouting share: the organisation Northwind2007, and whether a rule was the reason for a decision.

import northwind from '../../../state/organizations/northwind2007.json' with { type: 'json' };
import type { OrganizationData } from '../../../state/schema/organization.ts';
import { Scenario } from '../support/scenario.ts';

export class Northwind extends Scenario {
  constructor() {
    super(northwind as unknown as OrganizationData);
    this.advance(1000);
  }

  /** Ann sends from HUB-A1, as the specification's scenarios begin. */
  fromHub(to: string | string[], subject = 'test', server = 'HUB-A1', more: { sizeKB?: number } = {}): string {
    return this.send('ann', to, subject, { server, ...more });
  }

  /** Rules that decided about a message, in order. */
  rules(messageId: string): string[] {
    return this.world
      .decisions(messageId)
      .map((decision) => decision.rule)
      .filter((rule) => rule !== '');
  }

  connector(name: string, properties: object): void {
    this.set('sendConnector', name, properties);
  }

  remove(configClass: Parameters<Scenario['set']>[0], identity: string): void {
    this.apply({ kind: 'config.remove', class: configClass, identity });
  }

  roles(server: string, roles: string[]): void {
    this.apply({ kind: 'machine.set', identity: server, settings: { roles } });
  }

  /** NDRs that ann has, as text. */
  returned(mailbox = 'ann'): string[] {
    return this.world
      .mailboxItems(mailbox, 'Inbox')!
      .filter((item) => item.kind === 'FailureDsn')
      .map((item) => item.body());
  }

  unreachable(server = 'HUB-A1') {
    return [...this.world.messages(server)].filter((message) => message.queue.endsWith('\\Unreachable'));
  }
}
