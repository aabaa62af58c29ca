// Set-SandboxDnsRecord.

import { millisecondsOf } from '../exchange/support/times.ts';
import { worldOf } from '../windows/local-machine.ts';
import { oneIdentity, passThru, sandboxCmdlet } from './support/definition.ts';
import { recordSelection } from './support/dns-records.ts';
import { attempt } from './support/errors.ts';
import { changeList } from './support/lists.ts';
import { dnsRecordObject } from './support/objects.ts';
import { selectOne } from './support/selection.ts';

export default sandboxCmdlet({
  name: 'Set-SandboxDnsRecord',
  synopsis: 'Changes a DNS record.',
  supportsShouldProcess: true,
  parameters: {
    ...oneIdentity('<name>/<type>/<value>.'),
    Value: { type: 'string', help: 'A new value.' },
    Preference: { type: 'int', help: 'Preference, of MX records only.' },
    Ttl: { type: 'timespan', help: 'How long an answer may be kept.' },
    Server: { type: 'object', help: 'The DNS servers that know the record; @{Add=…;Remove=…} changes the list.' },
    PassThru: passThru,
  },
  outputs: ['Hubshell.Sandbox.DnsRecord'],
  examples: [
    {
      script:
        'Set-SandboxDnsRecord adatum.com/MX/mail.adatum.com -Preference 20\n(Get-SandboxDnsRecord adatum.com -Type MX).Preference',
      output: '20',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const world = worldOf(cmdlet);
      const { Value: value, Preference: preference, Ttl: ttl, Server: servers } = cmdlet.args;
      for (const identity of cmdlet.args.Identity as string[]) {
        const record = selectOne(cmdlet, identity, recordSelection(world));
        if (!record || !cmdlet.shouldProcess(record.identity)) continue;
        const ttlMs = ttl === undefined ? undefined : millisecondsOf(ttl);
        const done = attempt(cmdlet, identity, () =>
          world.apply({
            kind: 'dnsRecord.set',
            identity: record.identity,
            value,
            preference,
            ttlMs,
            ...(cmdlet.has('Server') ? { servers: changeList(record.servers, servers) } : {}),
          }),
        );
        if (!done || !cmdlet.args.PassThru) continue;
        const now = `${record.name}/${record.type}/${value ?? record.value}`.toLowerCase();
        const changed = world.dnsRecords().find((each) => each.identity.toLowerCase() === now);
        if (changed) cmdlet.write(dnsRecordObject(changed));
      }
    },
  }),
});
