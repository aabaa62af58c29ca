// Get-SandboxDnsRecord.

import { hasWildcards, matchesWildcard } from '../../src/runtime/operators/strings.ts';
import type { DnsRecordView } from '../../src/transport/views.ts';
import { worldOf } from '../windows/local-machine.ts';
import { sandboxCmdlet } from './support/definition.ts';
import { dnsServerSelection, inZone, recordSelection, recordType } from './support/dns-records.ts';
import { notFound } from './support/errors.ts';
import { dnsRecordObject } from './support/objects.ts';
import { selectAny } from './support/selection.ts';

const goesBy = (record: DnsRecordView, name: string): boolean =>
  matchesWildcard(record.name, name, true) || record.identity.toLowerCase() === name.toLowerCase();

export default sandboxCmdlet({
  name: 'Get-SandboxDnsRecord',
  synopsis: 'Gets the records of the DNS zones, inside and outside.',
  parameters: {
    Name: {
      type: 'string[]',
      position: 0,
      pipeline: 'both',
      aliases: ['Identity'],
      wildcards: true,
      help: 'Names of records, or identities.',
    },
    Type: { ...recordType, type: 'enum[]', help: 'Only records of these types.' },
    Zone: { type: 'string[]', help: 'Only these domains and every name below them.' },
    Server: { type: 'string[]', help: 'Only what these DNS servers know.' },
  },
  outputs: ['Hubshell.Sandbox.DnsRecord'],
  examples: [
    {
      script: '(Get-SandboxDnsRecord fabrikam.com -Type MX).Value',
      output: 'mx1.fabrikam.com\nmx2.fabrikam.com',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const { Name: names, Type: types, Zone: zones, Server: servers } = cmdlet.args;
      const wantedTypes = (types as unknown[] | undefined)?.map(String);
      const asked =
        servers && selectAny(cmdlet, servers, dnsServerSelection(worldOf(cmdlet))).map(({ address }) => address);
      let records = recordSelection(worldOf(cmdlet)).all;
      for (const name of (names as string[] | undefined) ?? [])
        if (!hasWildcards(name) && !records.some((record) => goesBy(record, name)))
          notFound(cmdlet, 'DNS record', name);
      records = records.filter(
        (record) =>
          (names === undefined || (names as string[]).some((name) => goesBy(record, name))) &&
          (wantedTypes === undefined || wantedTypes.includes(record.type)) &&
          (zones === undefined || (zones as string[]).some((zone) => inZone(record.name, zone))) &&
          (asked === undefined ||
            (asked.length > 0 && (record.servers.length === 0 || record.servers.some((each) => asked.includes(each))))),
      );
      cmdlet.writeAll(records.map(dnsRecordObject));
    },
  }),
});
