// The small vocabulary of the transport's scenario tests: send, advance, break and mend, look.

import type { QueueView } from '../../../src/transport/views.ts';
import { World, type WorldEffects } from '../../../src/transport/world.ts';
import contoso from '../../../state/organizations/contoso.json' with { type: 'json' };
import type { WorldInput } from '../../../state/schema/inputs.ts';
import type { ConnectivityRecord, EventRecord, LogRecord, TrackingRecord } from '../../../state/schema/log-records.ts';
import type { OrganizationData } from '../../../state/schema/organization.ts';

export const seconds = 1000;
export const minutes = 60 * seconds;
export const hours = 60 * minutes;
export const days = 24 * hours;

export class Scenario {
  readonly logs: { server: string; record: LogRecord }[] = [];
  readonly files = new Map<string, string>();
  world: World;

  constructor(data: OrganizationData = contoso as unknown as OrganizationData, seed?: number) {
    this.world = World.create(data, this.effects, seed);
  }

  get effects(): WorldEffects {
    return {
      logs: { append: (server: string, record: LogRecord) => void this.logs.push({ server, record }) },
      disk: {
        write: (server: string, path: string, text: string) => void this.files.set(`${server}|${path}`, text),
        remove: (server: string, path: string) => void this.files.delete(`${server}|${path}`),
      },
    };
  }

  apply(input: WorldInput) {
    return this.world.apply(input);
  }

  send(
    from: string,
    to: string | string[],
    subject = 'test',
    more: Partial<Extract<WorldInput, { kind: 'submit' }>> = {},
  ): string {
    return this.apply({ kind: 'submit', from, to: typeof to === 'string' ? [to] : to, subject, ...more })
      .messageIds![0]!;
  }

  advance(milliseconds: number): void {
    this.apply({ kind: 'advance', to: this.world.now + milliseconds });
  }

  untilIdle(maximum = days): void {
    this.apply({ kind: 'advanceUntilIdle', limit: this.world.now + maximum });
  }

  component(
    server: string,
    state: 'Active' | 'Inactive' | 'Draining',
    requester = 'Maintenance',
    component = 'HubTransport',
  ): void {
    this.apply({ kind: 'component', server, component, requester, state });
  }

  /** Starts or stops a service and waits for it. */
  service(server: string, action: 'start' | 'stop', service = 'MSExchangeTransport'): void {
    const { completesAt } = this.apply({ kind: 'service', server, service, action, force: true });
    this.apply({ kind: 'advance', to: completesAt! });
  }

  restart(server: string): void {
    this.service(server, 'stop');
    this.service(server, 'start');
  }

  set(
    configClass: Extract<WorldInput, { kind: 'config.set' }>['class'],
    identity: string,
    properties: Record<string, never> | object,
  ): void {
    this.apply({ kind: 'config.set', class: configClass, identity, properties: properties as never });
  }

  online(machine: string, online: boolean): void {
    this.apply({ kind: 'machine.set', identity: machine, settings: { online } });
  }

  host(identity: string, settings: Extract<WorldInput, { kind: 'host.set' }>['settings']): void {
    this.apply({ kind: 'host.set', identity, settings });
  }

  /** Subjects in a folder. */
  folder(mailbox: string, folder = 'Inbox'): string[] {
    return this.world.mailboxItems(mailbox, folder)!.map((item) => item.subject);
  }

  /** Delivery queues of a server that hold mail. */
  queues(server: string): QueueView[] {
    return this.world
      .queues(server)
      .filter((queue) => queue.messageCount > 0 && queue.deliveryType !== 'ShadowRedundancy');
  }

  queue(server: string, fits: Partial<QueueView> = {}): QueueView | undefined {
    return this.queues(server).find((queue) =>
      Object.entries(fits).every(([name, value]) => queue[name as keyof QueueView] === value),
    );
  }

  tracking(fits: Partial<TrackingRecord> & { server?: string } = {}): (TrackingRecord & { server: string })[] {
    return this.logs
      .filter(({ record }) => record.log === 'tracking')
      .map(({ server, record }) => ({ ...(record as TrackingRecord), server }))
      .filter((record) => Object.entries(fits).every(([name, value]) => record[name as keyof typeof record] === value));
  }

  connectivity(server: string): ConnectivityRecord[] {
    return this.logs
      .filter((entry) => entry.server === server && entry.record.log === 'connectivity')
      .map(({ record }) => record as ConnectivityRecord);
  }

  events(server: string, eventId: number): EventRecord[] {
    return this.logs
      .filter((entry) => entry.server === server && entry.record.log === 'event')
      .map(({ record }) => record as EventRecord)
      .filter((record) => record.eventId === eventId);
  }

  /** Types lines over a connection; all reply lines, or how the connection failed. */
  telnet(to: string, port: number, lines: string[], from = 'EX01'): string[] {
    const opened = this.apply({ kind: 'smtp.open', from, to, port });
    if (opened.session === undefined) return [opened.connect ?? ''];
    const replies = [...(opened.lines ?? [])];
    if (opened.closed) return replies;
    for (const line of lines) {
      const answer = this.apply({ kind: 'smtp.line', session: opened.session, line });
      replies.push(...(answer.lines ?? []));
      if (answer.closed) break;
    }
    return replies;
  }
}
