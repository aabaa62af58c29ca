// One transport workload: messages submitted at Contoso and delivered to the last one, in messages a second of real time.

import { run, shell, withSandbox } from './measure.ts';

export interface TransportResult {
  messages: number;
  seconds: number;
  messagesPerSecond: number;
}

export function measureTransport(messages: number): TransportResult {
  const script = `
    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    $ids = Send-SandboxMessage -From alice@contoso.com -To kenji@contoso.com -Subject bench -SizeKB 4 -Count ${messages}
    Step-SandboxClock -UntilIdle
    $watch.Stop()
    $delivered = @(Get-SandboxMailboxItem -Identity kenji -Folder Inbox -ResultSize ${messages * 2}).Count
    if ($delivered -ne ${messages}) { throw "$delivered of ${messages} messages came in" }
    $watch.Elapsed.TotalMilliseconds`;
  const { output } = withSandbox((state) =>
    run(process.execPath, [shell, '-NoLogo', '-NonInteractive', '-State', state, '-Command', script]),
  );
  const seconds = Number(output.trim().split('\n').at(-1)) / 1000;
  return { messages, seconds, messagesPerSecond: messages / seconds };
}
