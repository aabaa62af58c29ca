// Records and a configuration for tests of the logs.

import type { ConfigurationReader } from '../../src/logs/log-settings.ts';
import type { ConnectivityRecord, EventRecord, TrackingRecord } from '../../state/schema/log-records.ts';

export const start = Date.UTC(2026, 2, 2, 8, 0, 0);

export function tracking(fields: Partial<TrackingRecord> = {}): TrackingRecord {
  return {
    log: 'tracking',
    file: 'MSGTRK',
    time: start + 1123,
    clientIp: '192.168.1.21',
    clientHostname: 'EX01.contoso.com',
    serverIp: '192.168.2.21',
    serverHostname: 'EX03',
    sourceContext: '08DE1F',
    connectorId: 'EX03\\Default EX03',
    source: 'SMTP',
    eventId: 'RECEIVE',
    internalMessageId: 17,
    messageId: '<a1@contoso.com>',
    networkMessageId: '0c0b8d9e-0000-4000-8000-000000000001',
    recipients: ['kenji@contoso.com'],
    recipientStatus: [''],
    totalBytes: 4711,
    recipientCount: 1,
    relatedRecipientAddress: '',
    reference: '',
    subject: 'hello',
    sender: 'alice@contoso.com',
    returnPath: 'alice@contoso.com',
    messageInfo: '0cI: ',
    directionality: 'Originating',
    originalClientIp: '',
    customData: '',
    ...fields,
  };
}

export function connectivity(fields: Partial<ConnectivityRecord> = {}): ConnectivityRecord {
  return {
    log: 'connectivity',
    service: 'MailboxSubmission',
    time: start,
    session: '08D03F2DE58E0D70',
    source: 'MapiSubmission',
    destination: 'ex03.contoso.com',
    direction: '-',
    description: 'Messages: 0 Bytes: 0 (Retry : Service not active)',
    ...fields,
  };
}

export function event(fields: Partial<EventRecord> = {}): EventRecord {
  return {
    log: 'event',
    logName: 'Application',
    time: start,
    recordId: 1,
    source: 'MSExchangeTransport',
    eventId: 7009,
    category: 'Components',
    level: 'Information',
    message: 'The service state was read.',
    strings: [],
    ...fields,
  };
}

/** Server properties by name; everything else is the product's default. */
export function configuration(
  version = 2016,
  build = 'Version 15.1 (Build 2507.6)',
  settings: Record<string, Record<string, unknown>> = {},
): ConfigurationReader {
  return {
    find(configClass) {
      const properties =
        configClass === 'server' ? { Version: version, AdminDisplayVersion: build } : settings[configClass];
      return properties && ({ properties } as never);
    },
  };
}
