// Looking changes nothing that the journal does not know: what is asked over the network leaves the order of chance as it was, so
// that a sandbox opened again goes on as if nobody had asked.

import { afterEach, expect, it } from 'vitest';
import { SandboxFolder } from './sandbox-session.ts';

let folder: SandboxFolder | undefined;

afterEach(() => {
  folder?.dispose();
  folder = undefined;
});

it('questions over a line that loses packets do not alter what happens next', () => {
  const after = (questions: string): string => {
    folder?.dispose();
    folder = new SandboxFolder();
    const shell = folder.open();
    shell.run('Set-SandboxLink EX01 EX02 -LossPercent 40');
    shell.run(questions);
    shell.run(
      '1..20 | ForEach-Object { Send-SandboxMessage alice carol -Server EX01; Step-SandboxClock -Minutes 1 } | Out-Null',
    );
    const log = shell.run(
      'Get-MessageTrackingLog -Server EX02 -ResultSize Unlimited | ForEach-Object { "$($_.Timestamp.Ticks) $($_.EventId)" }',
    );
    shell.close();
    return log;
  };
  const untouched = after('');
  expect(after('1..7 | ForEach-Object { Get-Queue -Server EX02 }')).toBe(untouched);
});
