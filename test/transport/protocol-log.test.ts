// The protocol logs: what a Verbose connector says and hears, line by line (facts 7.4).

import { expect, it } from 'vitest';
import type { ProtocolRecord } from '../../state/schema/log-records.ts';
import { Scenario } from './support/scenario.ts';

const lines = (scenario: Scenario, server: string, side: 'receive' | 'send') =>
  scenario.logs
    .filter((entry) => entry.server === server && entry.record.log === 'protocol' && entry.record.side === side)
    .map(({ record }) => record as ProtocolRecord);

it('Default Frontend is Verbose: a session from outside is written down whole', () => {
  const scenario = new Scenario();
  scenario.send('pat@fabrikam.com', 'kenji@contoso.com', 'in', { server: 'EX03' });
  scenario.untilIdle();
  const log = lines(scenario, 'EX03', 'receive');
  expect(log.map((line) => `${line.event}${line.data.split(' ')[0]}`)).toEqual([
    '+',
    '*SMTPSubmit',
    '>220',
    '<EHLO',
    '>250-EX03.contoso.com',
    '>250-SIZE',
    '>250-PIPELINING',
    '>250-DSN',
    '>250-ENHANCEDSTATUSCODES',
    '>250-STARTTLS',
    '>250-X-ANONYMOUSTLS',
    '>250-AUTH',
    '>250-X-EXPS',
    '>250-8BITMIME',
    '>250-BINARYMIME',
    '>250-CHUNKING',
    '>250',
    '<STARTTLS',
    '>220',
    '<EHLO',
    '>250-EX03.contoso.com',
    '>250-SIZE',
    '>250-PIPELINING',
    '>250-DSN',
    '>250-ENHANCEDSTATUSCODES',
    '>250-AUTH',
    '>250-X-EXPS',
    '>250-8BITMIME',
    '>250-BINARYMIME',
    '>250-CHUNKING',
    '>250',
    '<MAIL',
    '>250',
    '<RCPT',
    '>250',
    '<DATA',
    '>354',
    '>250',
    '<QUIT',
    '>221',
    '-',
  ]);
  expect(log.map((line) => line.sequence)).toEqual(log.map((_, index) => index));
  expect(log[0]).toMatchObject({
    connectorId: 'EX03\\Default Frontend EX03',
    localEndpoint: '192.168.2.21:25',
    service: 'FrontEnd',
  });
});

it('a Send connector writes its side when it is set to Verbose', () => {
  const scenario = new Scenario();
  scenario.send('alice', 'x@fabrikam.com', 'quiet');
  scenario.untilIdle();
  expect(lines(scenario, 'EDGE01', 'send')).toEqual([]);
  scenario.set('sendConnector', 'EdgeSync - Redmond to Internet', { ProtocolLoggingLevel: 'Verbose' });
  scenario.send('alice', 'x@fabrikam.com', 'loud');
  scenario.untilIdle();
  expect(
    lines(scenario, 'EDGE01', 'send')
      .map((line) => line.event)
      .join(''),
  ).toMatch(/^\+\*<></);
  expect(
    lines(scenario, 'EDGE01', 'send').some((line) => line.event === '>' && line.data === 'RCPT TO:<x@fabrikam.com>'),
  ).toBe(true);
});
