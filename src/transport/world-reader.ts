// What can be read from a world. `World` implements it; cmdlets and natives use nothing else to look into the simulation.
// Nothing here changes anything or lets time pass.

import type { ConfigClass, ConfigObject } from '../../state/schema/configuration.ts';
import type { DnsType } from '../../state/schema/inputs.ts';
import type {
  ClockView,
  ComponentStateView,
  DecisionView,
  DnsAnswerView,
  DnsRecordView,
  DnsServerView,
  HostView,
  LinkView,
  MachineView,
  MailboxItemView,
  MessageView,
  QueueView,
  ResourceView,
  ResubmitRequestView,
  ServiceView,
} from './views.ts';

export interface WorldReader {
  // ---- clock and organisation
  readonly now: number;
  readonly clock: ClockView;
  readonly organizationName: string;
  readonly timeZone: string;
  readonly culture: string;
  /** Server the shell sits on unless told otherwise: the first Mailbox or Hub server. */
  readonly defaultServer: string;

  // ---- configuration
  /** Objects of a class in order of name (creation order when `created`). */
  objects<C extends ConfigClass>(configClass: C, order?: 'name' | 'created'): ConfigObject<C>[];
  /** By name, identity, guid, distinguished name; recipients also by alias, address, display name, user principal name. */
  find<C extends ConfigClass>(configClass: C, identity: string): ConfigObject<C> | undefined;
  /** A recipient of any class. */
  findRecipient(identity: string): ConfigObject | undefined;

  // ---- queues and messages. They throw WorldError('TransportUnavailable') when the server's transport service does not run,
  // and WorldError('ServerNotFound'); `reach` names the machine that asks (an Edge server answers only itself).
  queues(server: string, reach?: string): QueueView[];
  /** Queues whose identity fits (`EX01\3`, `EX01\contoso.com`, `EX01\Shadow\*`, `Submission` with a default server). */
  findQueues(identity: string, defaultServer: string): QueueView[];
  messages(server: string, filter?: { queue?: string }): Iterable<MessageView>;
  messageCount(server: string): number;
  /** Safety Net's resubmit requests on a server. */
  resubmitRequests(server: string): ResubmitRequestView[];

  // ---- what users and outside recipients see; undefined: nobody of that name
  mailboxItems(identity: string, folder?: string): MailboxItemView[] | undefined;

  // ---- machines
  machines(): MachineView[];
  findMachine(identity: string): MachineView | undefined;
  services(server: string): ServiceView[];
  components(server: string): ComponentStateView[];
  resources(server: string): ResourceView[];
  transportMemory(server: string): number | undefined;
  links(): LinkView[];

  // ---- DNS and the outside
  hosts(): HostView[];
  findHosts(identity: string): HostView[];
  dnsRecords(): DnsRecordView[];
  dnsServers(): DnsServerView[];
  /** A question put to one DNS server by a machine (nslookup). */
  askDns(machine: string, server: string, name: string, type: DnsType): DnsAnswerView;
  /** A host name as the machine's own resolver finds it (hosts file, cache, DNS): ping, telnet. */
  resolveHost(machine: string, name: string): { addresses: string[]; waitMs: number };
  /** Whether an address answers (ping) or a port accepts: without opening anything. */
  probe(
    machine: string,
    address: string,
    port?: number,
  ): { result: 'ok' | 'refused' | 'timeout'; waitMs: number; latencyMs: number };

  // ---- files
  /** True when a change of this path must come in as an input `file` or `directory`. */
  isWatched(server: string, path: string): boolean;

  // ---- decisions
  decisions(messageId: string): DecisionView[];
}
