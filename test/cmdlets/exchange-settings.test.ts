// No setting is taken and forgotten: what a Set- cmdlet is given, its Get- shows, parameter by parameter.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExchangeCmdletDefinition } from '../../cmdlets/exchange/support/exchange-cmdlet.ts';
import { cmdlets } from '../../cmdlets/index.ts';
import type { ParameterDefinition } from '../../src/runtime/cmdlet.ts';
import { openTestSession, type TestSession } from '../support/session.ts';

/** Objects of Contoso to try them on. */
const subjects: [cmdlet: string, identity: string, get?: string][] = [
  ['Set-TransportConfig', ''],
  ['Set-TransportService', 'EX01'],
  ['Set-TransportServer', 'EX02'],
  ['Set-FrontendTransportService', 'EX01'],
  ['Set-MailboxTransportService', 'EX01'],
  ['Set-MailboxServer', 'EX01'],
  ['Set-MailboxDatabase', 'DB03'],
  ['Set-SendConnector', "'Partner smart host'"],
  ['Set-ReceiveConnector', "'EX01\\Default EX01'"],
  ['Set-AcceptedDomain', 'partner-relay.com'],
  ['Set-RemoteDomain', 'Default'],
  ['Set-OrganizationConfig', ''],
  ['Set-ExchangeServer', 'EX01'],
  ['Set-ADSite', 'Redmond'],
];

/** They select, steer or act, and are no settings; -Name is tried by itself below. */
const steering = new Set(['Identity', 'DomainController', 'Force', 'Name', 'MakeDefault', 'ProductKey']);

/** Values for what only certain texts fit. */
const samples: Record<string, string> = {
  AddressSpaces: "'SMTP:sample.com;7'",
  AuthMechanism: 'Tls',
  AuthenticationCredential: "([pscredential]::new('user', (ConvertTo-SecureString x -AsPlainText -Force)))",
  Bindings: "'0.0.0.0:2526'",
  RemoteIPRanges: "'10.9.0.0/16'",
  SourceTransportServers: 'EX02',
  SmartHosts: "'host.sample.com'",
  Banner: "'220 sample'",
  DefaultDomain: 'contoso.com',
  JournalRecipient: 'alice',
  TlsCertificateName: "'<I>CN=issuer<S>CN=subject'",
  PermissionGroups: 'AnonymousUsers',
  MailboxProvisioningAttributes: 'x=1',
};

function sampleOf(name: string, { type, values }: ParameterDefinition, range: string, present: string): string {
  if (samples[name] !== undefined) return samples[name];
  if (values !== undefined) return `'${values.find((value) => value.toLowerCase() !== present.toLowerCase())}'`;
  const [low = ''] = range.split('..');
  switch (type.replace('Microsoft.Exchange.Data.', '')) {
    case 'bool':
    case 'switch':
      return present === 'True' ? '$false' : '$true';
    case 'int':
    case 'long':
    case 'uint32':
      return String(
        Math.max(2, Number(low) + 1) === Number(present) ? Number(present) + 1 : Math.max(2, Number(low) + 1),
      );
    case 'EnhancedTimeSpan':
    case 'timespan':
      return "'00:07:00'";
    case 'ByteQuantifiedSize':
    case 'Unlimited':
      return /^(0|1)?\.\.(15|132|512000|10000|256)$/.test(range) ? '9' : /^32KB/.test(range) ? '48KB' : '1234567';
    case 'guid':
      return "'11111111-2222-3333-4444-555555555555'";
    case 'ipaddress':
      return "'10.9.8.7'";
    case 'LocalLongFullPath':
      return "'C:\\Sample'";
    case 'SmtpAddress':
      return "'sample@contoso.com'";
    case 'cultureinfo':
      return "'de-DE'";
    default:
      return "'sample.contoso.com'";
  }
}

/** As texts: sizes and numbers by their digits, lists by their elements. */
const plain = (text: string): string => text.replace(/[',]/g, '').trim().toLowerCase();

function shows(shown: string, given: string): boolean {
  const value = plain(given).replace(/^\$/, '');
  if (given.startsWith('(')) return shown === 'user';
  const bytes = /^(\d+)kb$/.exec(value);
  return plain(shown).includes(bytes ? String(Number(bytes[1]) * 1024) : value);
}

describe.each(subjects)('%s', (cmdlet, identity, get = cmdlet.replace('Set-', 'Get-')) => {
  let test: TestSession;
  beforeAll(() => {
    test = openTestSession({ ui: { columns: 500 } });
  });
  afterAll(() => test.dispose());
  const definition = cmdlets.find(({ name }) => name === cmdlet) as ExchangeCmdletDefinition;

  it(`stores what ${get} shows`, () => {
    const faults: string[] = [];
    for (const [name, parameter] of Object.entries(definition.parameters)) {
      const { versions, range } = definition.rules.get(name) ?? {};
      if (steering.has(name) || (versions && (versions[0] > 2016 || versions[1] < 2016))) continue;
      const read = (): string => test.run(`(${get} ${identity}).${name} -join ','`).trim();
      const value = sampleOf(name, parameter, range ? `${range.low}..${range.high}` : '', read());
      const argument = parameter.type === 'switch' ? `-${name}:${value}` : `-${name} ${value}`;
      const output = test
        .run(`${cmdlet} ${identity} ${argument} -Confirm:$false -WarningAction SilentlyContinue`)
        .trim();
      const shown = read();
      if (output !== '' || !shows(shown, value))
        faults.push(`${name} ${value}: ${output.split('\n')[0]} shown: ${shown}`);
    }
    expect(faults).toEqual([]);
  });
});
