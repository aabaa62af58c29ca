// New-SandboxDnsRecord.

import type { DnsType } from '../../state/schema/inputs.ts';
import { millisecondsOf } from '../exchange/support/times.ts';
import { worldOf } from '../windows/local-machine.ts';
import { sandboxCmdlet } from './support/definition.ts';
import { recordType } from './support/dns-records.ts';
import { attempt } from './support/errors.ts';
import { dnsRecordObject } from './support/objects.ts';

export default sandboxCmdlet({
  name: 'New-SandboxDnsRecord',
  synopsis: 'Makes DNS records.',
  supportsShouldProcess: true,
  parameters: {
    Name: { type: 'string', mandatory: true, position: 0, help: 'Name of the record.' },
    Type: { ...recordType, mandatory: true, position: 1 },
    Value: { type: 'string[]', mandatory: true, position: 2, help: 'Values; several make several records.' },
    Preference: { type: 'int', default: '10', help: 'Preference, of MX records only.' },
    Ttl: { type: 'timespan', default: '01:00:00', help: 'How long an answer may be kept.' },
    Server: { type: 'string[]', help: 'The DNS servers that know the record; all by default.' },
  },
  outputs: ['Hubshell.Sandbox.DnsRecord'],
  examples: [
    {
      script: '(New-SandboxDnsRecord nwtraders.msft MX mx1.fabrikam.com).Identity',
      output: 'nwtraders.msft/MX/mx1.fabrikam.com',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const { Name: name, Value: values, Preference: preference, Ttl: ttl, Server: servers } = cmdlet.args;
      const type = String(cmdlet.args.Type) as DnsType;
      if (!cmdlet.shouldProcess(`${name} ${type}`)) return;
      const world = worldOf(cmdlet);
      const ttlMs = ttl === undefined ? undefined : millisecondsOf(ttl);
      const made = attempt(cmdlet, name, () =>
        world.apply({ kind: 'dnsRecord.new', name, type, values, preference, ttlMs, servers }),
      );
      if (!made) return;
      const lower = (values as string[]).map((value) => value.toLowerCase());
      const isNew = (record: { name: string; type: string; value: string }) =>
        record.name.toLowerCase() === String(name).toLowerCase() &&
        record.type === type &&
        lower.includes(record.value.toLowerCase());
      cmdlet.writeAll(world.dnsRecords().filter(isNew).map(dnsRecordObject));
    },
  }),
});
