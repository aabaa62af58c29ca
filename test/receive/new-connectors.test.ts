// New-, Get-, Set- and Remove-ReceiveConnector as objects: usage types, defaults by role, and what may not stand side by side.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Receiving } from './receiving.ts';

let shell: Receiving;
const create = (parameters: string): string[] =>
  shell.type(
    `$c = New-ReceiveConnector -Name Test -Server EX01 ${parameters}; $c.PermissionGroups; $c.AuthMechanism; "$($c.Bindings)"; "$($c.RemoteIPRanges)"`,
  );
const refused = (parameters: string): string =>
  shell.error(`New-ReceiveConnector -Name Test -Server EX01 ${parameters}`);
const everywhere = '::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff 0.0.0.0-255.255.255.255';

beforeEach(() => {
  shell = new Receiving();
});
afterEach(() => shell.dispose());

describe('usage types', () => {
  it.each([
    [
      '-Client -RemoteIPRanges 10.0.0.1 -Bindings 0.0.0.0:5870',
      'ExchangeUsers',
      'Tls, Integrated, BasicAuth, BasicAuthRequireTLS',
    ],
    ['-Custom -RemoteIPRanges 10.0.0.1 -Bindings 0.0.0.0:2600', 'None', 'Tls'],
    [
      '-Internal -RemoteIPRanges 10.0.0.1 -Bindings 0.0.0.0:2600',
      'ExchangeServers, ExchangeLegacyServers',
      'Tls, ExchangeServer',
    ],
    ['-Internet -Bindings 0.0.0.0:2600', 'AnonymousUsers', 'Tls'],
    ['-Partner -RemoteIPRanges 10.0.0.1 -Bindings 0.0.0.0:2600', 'Partners', 'Tls'],
    ['-Usage Internet -Bindings 0.0.0.0:2600', 'AnonymousUsers', 'Tls'],
  ])('%s', (parameters, groups, mechanism) => {
    expect(create(parameters).slice(0, 2)).toEqual([groups, mechanism]);
  });

  it('what is given comes before what the usage presets', () => {
    expect(
      create(
        '-Usage Internet -Bindings 0.0.0.0:2600 -PermissionGroups AnonymousUsers,ExchangeUsers -AuthMechanism Integrated,Tls',
      ),
    ).toEqual(['AnonymousUsers, ExchangeUsers', 'Tls, Integrated', '0.0.0.0:2600', everywhere]);
  });

  it('bindings of Client and Internal follow from the usage', () => {
    expect(create('-Client -RemoteIPRanges 10.0.0.1 -TransportRole FrontendTransport')[2]).toBe('0.0.0.0:587');
    expect(shell.error('New-ReceiveConnector -Name In -Server EX01 -Internal -RemoteIPRanges 10.0.0.1')).toContain(
      'Receive connectors assigned to different Transport roles',
    );
  });

  it('sets: mandatory parameters and switches that exclude each other', () => {
    expect(refused('-Custom -Bindings 0.0.0.0:2600')).not.toBe('');
    expect(refused('-Internet -Client -Bindings 0.0.0.0:2600')).toContain('Parameter set cannot be resolved');
  });

  it('on an Edge server', () => {
    expect(
      shell.type(
        '$c = New-ReceiveConnector -Name In -Server EDGE01 -Internal -Bindings 0.0.0.0:2600 -RemoteIPRanges 10.0.0.1; $c.PermissionGroups; "$($c.MessageRateLimit)"; "$($c.ConnectionTimeout)"; "$($c.ConnectionInactivityTimeout)"',
      ),
    ).toEqual(['ExchangeServers', '600', '00:05:00', '00:01:00']);
    expect(shell.error('New-ReceiveConnector -Name C -Server EDGE01 -Client -RemoteIPRanges 10.0.0.1')).toContain(
      'not available on Edge',
    );
  });
});

describe('side by side', () => {
  const unique = 'A Receive connector must have a unique combination';

  it('one port belongs to one role', () => {
    expect(refused('-Internet -Bindings 0.0.0.0:25')).toContain('Receive connector "Default Frontend EX01"');
    expect(
      create('-Custom -Bindings 192.168.1.21:25 -RemoteIPRanges 10.0.0.1 -TransportRole FrontendTransport')[2],
    ).toBe('192.168.1.21:25');
  });

  it('ranges of one binding must nest', () => {
    expect(create('-Custom -Bindings 0.0.0.0:2600 -RemoteIPRanges 10.0.0.0/16')[0]).toBe('None');
    const second = (ranges: string): string =>
      shell.error(
        `$null = New-ReceiveConnector -Name Second -Server EX01 -Custom -Bindings 0.0.0.0:2600 -RemoteIPRanges ${ranges}`,
      );
    expect(second('10.0.0.0/16')).toContain('"EX01\\Test"');
    expect(second('10.0.0.0-10.0.255.255')).toContain(unique);
    expect(second('10.0.200.0-10.1.10.0')).toContain(unique);
    expect(second('10.0.200.0/24')).toBe('');
    expect(shell.error('Set-ReceiveConnector EX01\\Second -RemoteIPRanges 10.0.0.0/16')).toContain(unique);
    expect(shell.error('Set-ReceiveConnector EX01\\Second -RemoteIPRanges 10.0.0.0/16 -Bindings 0.0.0.0:2601')).toBe(
      '',
    );
  });

  it('names are unique on a server', () => {
    create('-Custom -Bindings 0.0.0.0:2600 -RemoteIPRanges 10.0.0.0/16');
    expect(refused('-Custom -Bindings 0.0.0.0:2601 -RemoteIPRanges 10.0.0.0/16')).toContain('already');
    expect(
      shell.type('(New-ReceiveConnector -Name Test -Server EX02 -Internet -Bindings 0.0.0.0:2600).Identity'),
    ).toEqual(['EX02\\Test']);
  });

  it('what is no server, address or range is refused', () => {
    expect(shell.error('New-ReceiveConnector -Name Test -Server DC01 -Internet -Bindings 0.0.0.0:2600')).toContain(
      "'DC01' couldn't be found",
    );
    expect(refused('-Internet -Bindings mail:25')).toContain('mail:25');
    expect(refused('-Custom -Bindings 0.0.0.0:2600 -RemoteIPRanges 10.0.0.300')).toContain('10.0.0.300');
    expect(refused('-Internet -Bindings 0.0.0.0:2600 -MaxMessageSize 1KB')).toContain('between');
  });
});

it('lists of ranges change by Add and Remove, and by += on the property', () => {
  create('-Custom -Bindings 0.0.0.0:2600 -RemoteIPRanges 10.0.0.1,10.0.0.2');
  shell.type("Set-ReceiveConnector EX01\\Test -RemoteIPRanges @{Add='10.0.0.3'; Remove='10.0.0.1'}");
  shell.type(
    "$r = Get-ReceiveConnector EX01\\Test; $r.RemoteIPRanges += '192.168.40.0/24'; Set-ReceiveConnector $r.Identity -RemoteIPRanges $r.RemoteIPRanges",
  );
  expect(shell.type('"$((Get-ReceiveConnector EX01\\Test).RemoteIPRanges)"')).toEqual([
    '10.0.0.2 10.0.0.3 192.168.40.0/24',
  ]);
  expect(
    shell.type(
      "Get-ReceiveConnector -Server EX01 | Where-Object { $_.RemoteIPRanges -contains '192.168.40.0/24' } | ForEach-Object Name",
    ),
  ).toEqual(['Test']);
});

it('a removed connector answers no more', () => {
  create('-Internet -Bindings 0.0.0.0:2600');
  expect(shell.banner('EX01 2600')[0]).toMatch(/^220 /);
  expect(shell.type('Remove-ReceiveConnector EX01\\Test -WhatIf')[0]).toContain('What if:');
  shell.type('Remove-ReceiveConnector EX01\\Test -Confirm:$false');
  expect(shell.banner('EX01 2600')[0]).toContain('Connect failed');
  expect(shell.error('Get-ReceiveConnector EX01\\Test')).toContain("couldn't be found");
});

it('default connectors have the limits of their kind', () => {
  const limits = (name: string): string[] =>
    shell.type(
      `$c = Get-ReceiveConnector '${name}'; "$($c.MaxInboundConnectionPerSource) $($c.MaxInboundConnectionPercentagePerSource) $($c.TarpitInterval)"`,
    );
  expect(limits('EX01\\Default EX01')).toEqual(['Unlimited 100 00:00:05']);
  expect(limits('EX01\\Default Frontend EX01')).toEqual(['20 2 00:00:05']);
  expect(limits('EX01\\Outbound Proxy Frontend EX01')).toEqual(['20 2 00:00:00']);
});
