// Logs: the files have the product's names and forms, roll and forget as it does, and come back byte for byte after a crash.

import { describe, expect, test } from 'vitest';
import { parseCsvLine } from '../../src/logs/csv.ts';
import { TransportLogs } from '../../src/logs/transport-logs.ts';
import { MemoryFolder } from '../../state/store/memory-folder.ts';
import { configuration, connectivity, event, start, tracking } from './sample.ts';

const trackingFolder = 'drives/EX01/C/Program Files/Microsoft/Exchange Server/V15/TransportRoles/Logs/MessageTracking';
const text = (files: MemoryFolder, path: string) => new TextDecoder().decode(files.read(path));
const hour = 3_600_000;

function logs(files: MemoryFolder, reader = configuration(), lengths: Record<string, number> = {}) {
  return new TransportLogs(files, () => reader, lengths);
}

describe('the message tracking log', () => {
  test('has the header and the fields of Exchange 2016', () => {
    const files = new MemoryFolder();
    const sink = logs(files);
    sink.append('EX01', tracking({ subject: 'a, "b"' }));
    sink.flush();
    expect(files.list(trackingFolder)).toEqual(['MSGTRK2026030208-1.LOG']);
    const lines = text(files, `${trackingFolder}/MSGTRK2026030208-1.LOG`).split('\r\n');
    expect(lines.slice(0, 4)).toEqual([
      '#Software: Microsoft Exchange Server',
      '#Version: 15.01.2507.006',
      '#Log-type: Message Tracking Log',
      '#Date: 2026-03-02T08:00:01.123Z',
    ]);
    const fields = lines[4]!.slice('#Fields: '.length).split(',');
    expect(fields.length).toBe(30);
    const values = parseCsvLine(lines[5]!);
    expect(values.length).toBe(30);
    expect(values.slice(0, 2)).toEqual(['2026-03-02T08:00:01.123Z', '192.168.1.21']);
    expect(values[fields.indexOf('message-subject')]).toBe('a, "b"');
    expect(values[fields.indexOf('log-id')]).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });

  test.each([
    [2013, 27, 'V15/', 'MSGTRK2026030208-1.LOG'],
    [2010, 26, 'V14/', 'MSGTRK20260302-1.LOG'],
    [2007, 21, '', 'MSGTRK20260302-1.LOG'],
  ])('of Exchange %i has %i fields', (version, count, folder, name) => {
    const files = new MemoryFolder();
    const sink = logs(files, configuration(version, ''));
    sink.append('EX01', tracking());
    sink.flush();
    const path = `drives/EX01/C/Program Files/Microsoft/Exchange Server/${folder}TransportRoles/Logs/MessageTracking/${name}`;
    const lines = text(files, path).split('\r\n');
    expect(lines[4]!.split(',').length).toBe(count);
    expect(parseCsvLine(lines[5]!).length).toBe(count);
  });

  test('begins a file each hour and each time the size is reached', () => {
    const files = new MemoryFolder();
    const sink = logs(files, configuration(2016, '', { transportService: { MessageTrackingLogMaxFileSize: 1000 } }));
    for (let index = 0; index < 5; index++) sink.append('EX01', tracking({ time: start + index }));
    sink.append('EX01', tracking({ time: start + hour }));
    sink.flush();
    expect(files.list(trackingFolder)).toEqual([
      'MSGTRK2026030208-1.LOG',
      'MSGTRK2026030208-2.LOG',
      'MSGTRK2026030208-3.LOG',
      'MSGTRK2026030209-1.LOG',
    ]);
  });

  test('forgets files by age and by total size', () => {
    const files = new MemoryFolder();
    const settings = { MessageTrackingLogMaxAge: 10 * hour, MessageTrackingLogMaxDirectorySize: 5000 };
    const sink = logs(files, configuration(2016, '', { transportService: settings }));
    for (let index = 0; index < 24; index++) {
      sink.append('EX01', tracking({ time: start + index * hour }));
      sink.flush();
    }
    const names = files.list(trackingFolder);
    expect(names.at(-1)).toBe('MSGTRK2026030307-1.LOG');
    expect(names.length).toBeLessThanOrEqual(7);
    expect(names.length).toBeGreaterThanOrEqual(4);
  });

  test('follows its path, and its switch', () => {
    const files = new MemoryFolder();
    const settings: Record<string, unknown> = { MessageTrackingLogPath: 'D:\\Logs' };
    const sink = logs(files, configuration(2016, '', { transportService: settings }));
    sink.append('EX01', tracking());
    settings.MessageTrackingLogEnabled = false;
    sink.configurationChanged();
    sink.append('EX01', tracking());
    sink.flush();
    expect(text(files, 'drives/EX01/D/Logs/MSGTRK2026030208-1.LOG').split('\r\n').length).toBe(7);
    expect([...sink.searchTracking('EX01')].length).toBe(1);
  });

  test('is searched by every criterion', () => {
    const sink = logs(new MemoryFolder());
    sink.append('EX01', tracking());
    sink.append(
      'EX01',
      tracking({ eventId: 'SEND', messageId: '<b2@contoso.com>', subject: 'Report, monthly', time: start + 2 * hour }),
    );
    sink.append(
      'EX01',
      tracking({
        file: 'MSGTRKMD',
        eventId: 'DELIVER',
        source: 'STOREDRIVER',
        time: start + 2000,
        recipients: ['a@x.com', 'B@x.com'],
        recipientStatus: ['', ''],
      }),
    );
    const found = (criteria: Parameters<typeof sink.searchTracking>[1]) =>
      [...sink.searchTracking('EX01', criteria)].map((entry) => entry.eventId);
    expect(found({})).toEqual(['RECEIVE', 'DELIVER', 'SEND']);
    expect(found({ eventId: 'deliver' })).toEqual(['DELIVER']);
    expect(found({ messageId: '<B2@contoso.com>' })).toEqual(['SEND']);
    expect(found({ messageSubject: 'report, M' })).toEqual(['SEND']);
    expect(found({ recipients: ['b@X.com', 'nobody@x.com'] })).toEqual(['DELIVER']);
    expect(found({ sender: 'ALICE@contoso.com', source: 'smtp' })).toEqual(['RECEIVE', 'SEND']);
    expect(found({ start: start + 1124 })).toEqual(['DELIVER', 'SEND']);
    expect(found({ end: start + 2000 })).toEqual(['RECEIVE']);
    expect(found({ end: start + 2001 })).toEqual(['RECEIVE', 'DELIVER']);
  });
});

describe('other logs', () => {
  test('submission connectivity lies in its own folder', () => {
    const files = new MemoryFolder();
    const path = '%ExchangeInstallPath%TransportRoles\\Logs\\Mailbox\\Connectivity';
    const sink = logs(files, configuration(2016, '', { mailboxTransportService: { ConnectivityLogPath: path } }));
    sink.append('EX03', connectivity());
    sink.flush();
    const folder =
      'drives/EX03/C/Program Files/Microsoft/Exchange Server/V15/TransportRoles/Logs/Mailbox/Connectivity/Submission';
    expect(text(files, `${folder}/CONNECTLOG20260302-1.LOG`).split('\r\n')[5]).toBe(
      '2026-03-02T08:00:00.000Z,08D03F2DE58E0D70,MapiSubmission,ex03.contoso.com,-,Messages: 0 Bytes: 0 (Retry : Service not active)',
    );
  });

  test('events are found by id, source and time', () => {
    const sink = logs(new MemoryFolder());
    sink.append('EX03', event());
    sink.append('EX03', event({ eventId: 15004, recordId: 2, time: start + 5, level: 'Error' }));
    const found = (criteria: Parameters<typeof sink.readEvents>[2]) =>
      [...sink.readEvents('EX03', 'Application', criteria)].map((one) => one.eventId);
    expect(found({})).toEqual([7009, 15004]);
    expect(found({ eventIds: [7009], sources: ['msexchangetransport'] })).toEqual([7009]);
    expect(found({ start: start + 1 })).toEqual([15004]);
    expect(found({ levels: ['error'] })).toEqual([15004]);
    expect([...sink.readEvents('EX01', 'Application')]).toEqual([]);
  });
});

describe('after a crash', () => {
  const write = (sink: TransportLogs, from: number, to: number) => {
    for (let index = from; index < to; index++) {
      sink.append(
        'EX01',
        tracking({ time: start + index * 60_000, internalMessageId: index, subject: `größe ${index}` }),
      );
      if (index % 7 === 0) sink.append('EX01', event({ time: start + index, recordId: index }));
      if (index % 5 === 0) sink.append('EX01', connectivity({ time: start + index * 60_000 }));
    }
  };
  const everything = (files: MemoryFolder) =>
    [
      trackingFolder,
      'drives/EX01/C/Windows/System32/winevt/Logs',
      'drives/EX01/C/Program Files/Microsoft/Exchange Server/V15/TransportRoles/Logs/Connectivity/Submission',
    ].flatMap((folder) => files.list(folder).map((name) => [name, text(files, `${folder}/${name}`)]));
  const settings = configuration(2016, '', { transportService: { MessageTrackingLogMaxFileSize: 3000 } });

  test('files are cut to the snapshot and written again, byte for byte', () => {
    const whole = new MemoryFolder();
    const sink = logs(whole, settings);
    write(sink, 0, 200);
    sink.flush();
    for (const at of [0, 1, 20, 61, 150])
      for (const beyond of [at, at + 3, 199]) {
        const files = new MemoryFolder();
        const first = logs(files, settings);
        write(first, 0, at);
        const lengths = first.save(start + at * 60_000);
        write(first, at, beyond);
        first.flush();
        const second = logs(files, settings, JSON.parse(JSON.stringify(lengths)));
        write(second, at, 200);
        second.flush();
        expect(everything(files)).toEqual(everything(whole));
      }
  });

  test('going back in time takes away what was not there yet', () => {
    const files = new MemoryFolder();
    const first = logs(files, settings);
    write(first, 0, 50);
    const lengths = first.save(start + 50 * 60_000);
    const before = everything(files);
    write(first, 50, 200);
    first.flush();
    logs(files, settings, lengths).cutBack(['EX01'], start + 50 * 60_000);
    expect(everything(files)).toEqual(before);
  });
});

test('a disk that is full for a while costs no line and no order', () => {
  const settings = configuration(2016, '', { transportService: { MessageTrackingLogMaxFileSize: 3000 } });
  const write = (files: MemoryFolder, fullFrom: number, fullTo: number) => {
    const sink = logs(files, settings);
    for (let index = 0; index < 60; index++) {
      if (index === fullFrom) files.plan = (operation) => (operation === 'append' ? { fault: 'no-space' } : undefined);
      if (index === fullTo) files.plan = undefined;
      sink.append('EX01', tracking({ time: start + index * 60_000, internalMessageId: index }));
      if (index % 7 === 0) sink.append('EX01', event({ recordId: index }));
      if (index === 33) sink.configurationChanged();
      if (index % 10 === 9) {
        if (index >= fullFrom && index < fullTo) expect(() => sink.flush()).toThrow('not enough space');
        else sink.flush();
      }
    }
    sink.close();
    return files.list(trackingFolder).map((name) => [name, text(files, `${trackingFolder}/${name}`)]);
  };
  const expected = write(new MemoryFolder(), 99, 99);
  expect(write(new MemoryFolder(), 12, 22)).toEqual(expected);
  expect(write(new MemoryFolder(), 2, 55)).toEqual(expected);
  expect(write(new MemoryFolder(), 31, 35)).toEqual(expected);
});
