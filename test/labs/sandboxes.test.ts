// What Start-Lab, Test-Lab, Get-LabHint and Stop-Lab do to the sandbox, its history and the progress.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TestSession } from '../support/session.ts';
import { openLabSession } from './support.ts';

let test: TestSession;
const run = (text: string) => test.run(text).trim();
/** Ids of the errors that a script reports. */
const errorOf = (text: string) => run(`$Error.Clear(); ${text} 2>$null | Out-Null; $Error[0].FullyQualifiedErrorId`);

beforeEach(() => {
  test = openLabSession();
});
afterEach(() => test.dispose());

const start = 'Start-Lab first-steps 6>$null | Out-Null';
const solve = [
  'Set-ServerComponentState EX03 -Component HubTransport -Requester Functional -State Active',
  'Set-ServerComponentState EX03 -Component HubTransport -Requester Maintenance -State Active',
].join('; ');

describe("a lab's sandbox", () => {
  it('is its own: the work before it is gone while it is open, and back after it', () => {
    run("Set-TransportConfig -MaxReceiveSize 5MB; Set-Content C:\\mine.txt 'mine'; Step-SandboxClock -Hours 3");
    run(start);
    expect(run('Test-Path C:\\mine.txt; $env:COMPUTERNAME; (Get-Date).Hour')).toBe('False\nEX03\n8');
    expect(run('(Get-TransportConfig).MaxReceiveSize.Value.ToMB()')).not.toBe('5');
    run("Set-Content C:\\lab.txt 'lab'; Stop-Lab 6>$null | Out-Null");
    expect(run('Get-Content C:\\mine.txt; Test-Path C:\\lab.txt; $env:COMPUTERNAME; (Get-Date).Hour')).toBe(
      'mine\nFalse\nEX01\n11',
    );
    expect(run('(Get-TransportConfig).MaxReceiveSize.Value.ToMB()')).toBe('5');
  });

  it('is there again when a lab that was left is started again, and new with -Restart', () => {
    run(start);
    run("Set-Content C:\\lab.txt 'lab'; Stop-Lab 6>$null | Out-Null");
    run(start);
    expect(run('Test-Path C:\\lab.txt')).toBe('True');
    run('Start-Lab first-steps -Restart 6>$null | Out-Null');
    expect(run('Test-Path C:\\lab.txt')).toBe('False');
  });

  it('is not changed by Test-Lab', () => {
    run(start);
    const world =
      'Remove-Item C:\\w.json -ErrorAction Ignore; Export-Sandbox C:\\w.json -NoHistory | Out-Null; Get-Content C:\\w.json -Raw';
    const before = run(world);
    run('Test-Lab | Out-Null');
    expect(run(world)).toBe(before);
  });

  it('can be taken back to the start of the lab, and no further', () => {
    run(start);
    run(
      'Set-ServerComponentState EX03 -Component HubTransport -Requester Functional -State Active; Test-Lab | Out-Null',
    );
    expect(errorOf('Undo-Sandbox -Steps 2')).toBe('SandboxNotPossible,Hubshell.Sandbox.UndoSandboxCommand');
    run('Undo-Sandbox');
    const states = "(Get-ServerComponentState EX03 -Component HubTransport).LocalStates.State -join ','";
    expect(run(states)).toBe('Inactive,Inactive');
    run('Undo-Sandbox -To 0');
    expect(run(states)).toBe('Inactive,Inactive');
  });

  it('is not exchanged for a healthy one', () => {
    run('Export-Sandbox C:\\healthy.json | Out-Null');
    run(start);
    expect(errorOf('Reset-Sandbox')).toBe('SandboxNotPossible,Hubshell.Sandbox.ResetSandboxCommand');
    expect(errorOf('Export-Sandbox C:\\x.json | Out-Null; Import-Sandbox C:\\x.json')).toMatch(/^SandboxNotPossible/);
  });

  it('writes what was done with the lab into the history', () => {
    run(start);
    run('Test-Lab | Out-Null; Get-LabHint | Out-Null');
    expect(run('(Get-SandboxHistory -Kind Lab).Text')).toBe(
      'Start-Lab first-steps\nTest-Lab: 2 of 5 goals\nGet-LabHint 1',
    );
    run('Stop-Lab 6>$null | Out-Null');
    expect(run('(Get-SandboxHistory -Kind Lab).Text')).toBe('Start-Lab first-steps\nStop-Lab first-steps');
  });
});

describe('progress', () => {
  it('counts hints, and each costs five minutes', () => {
    run(start);
    expect(run('$h = Get-LabHint -Peek; "$($h.Number) $($h.Left)"; $h = Get-LabHint; "$($h.Number) $($h.Left)"')).toBe(
      '0 3\n1 2',
    );
    run(`${solve}; Test-Lab | Out-Null`);
    expect(run('$r = Stop-Lab 6>$null; "$($r.Passed) $($r.HintsUsed) $($r.Time)"')).toBe('True 1 00:05:00');
    expect(run('$l = Get-Lab first-steps; "$($l.State) $($l.BestTime) $($l.HintsUsed)"')).toBe('Passed 00:05:00 1');
    expect(errorOf('Get-LabHint')).toMatch(/^SandboxNotPossible/);
  });

  it('has no further hint when all are used', () => {
    run(start);
    run('1..3 | ForEach-Object { Get-LabHint } | Out-Null');
    expect(errorOf('Get-LabHint')).toBe('SandboxNotPossible,Hubshell.Labs.GetLabHintCommand');
  });

  it('takes the time of the first pass, not of the end', () => {
    run(start);
    run(`Step-SandboxClock -Minutes 7; ${solve}; Test-Lab | Out-Null; Step-SandboxClock -Hours 2`);
    expect(run('(Stop-Lab 6>$null).Time.ToString()')).toBe('00:07:00');
  });

  it('counts all hints as used once the debrief was read without a pass', () => {
    run(`${start}; Stop-Lab 6>$null | Out-Null; ${start}`);
    expect(run('(Get-LabHint -Peek).Left')).toBe('0');
    run(`${solve}; Test-Lab | Out-Null; Stop-Lab 6>$null | Out-Null`);
    expect(run('$l = Get-Lab first-steps; "$($l.State) $($l.HintsUsed) $($l.BestTime)"')).toBe('Passed 3 00:15:00');
  });

  it('knows nothing of an attempt that was discarded', () => {
    run(`${start}; Get-LabHint | Out-Null`);
    expect(run('Stop-Lab -Discard')).toBe('');
    expect(run('$l = Get-Lab first-steps; "$($l.State) $($l.HintsUsed) $($l.Attempts)"')).toBe('New 0 0');
  });
});

describe('refusals', () => {
  it('names what is not there and what is not possible', () => {
    expect(errorOf('Start-Lab no-such-lab')).toBe('SandboxObjectNotFound,Hubshell.Labs.StartLabCommand');
    expect(errorOf('Get-Lab no-such-lab')).toBe('SandboxObjectNotFound,Hubshell.Labs.GetLabCommand');
    expect(errorOf('Test-Lab')).toBe('SandboxNotPossible,Hubshell.Labs.TestLabCommand');
    expect(errorOf('Stop-Lab')).toBe('SandboxNotPossible,Hubshell.Labs.StopLabCommand');
    expect(errorOf('Set-LabAnswer x')).toBe('SandboxNotPossible,Hubshell.Labs.SetLabAnswerCommand');
    expect(errorOf('Test-Lab -Path C:\\none.json')).toBe('SandboxObjectNotFound,Hubshell.Labs.TestLabCommand');
    run(start);
    expect(errorOf('Start-Lab lost-order')).toBe('SandboxNotPossible,Hubshell.Labs.StartLabCommand');
    expect(errorOf('Start-Lab first-steps -Seed 9')).toBe('SandboxNotPossible,Hubshell.Labs.StartLabCommand');
    expect(errorOf('New-Lab C:\\x.json')).toBe('SandboxNotPossible,Hubshell.Labs.NewLabCommand');
  });

  it('tells file, path and rule of a file that is no lab', () => {
    const edit =
      'Get-Content L:\\first-steps.json -Raw | ConvertFrom-Json | ForEach-Object { $_.level = 9; $_ } | ConvertTo-Json -Depth 9 | Set-Content C:\\bad.json';
    run(edit);
    expect(errorOf('Start-Lab -Path C:\\bad.json')).toBe('SandboxInvalidValue,Hubshell.Labs.StartLabCommand');
    expect(run('$Error[0].Exception.Message')).toContain('C:\\bad.json: level: it must be 1 to 5.');
    expect(run('$t = Test-Lab -Path C:\\bad.json; "$($t.Passed)"; $t.Goals.Why')).toContain('level: it must be 1 to 5');
  });
});

describe('what a seed draws', () => {
  it('is another fault for another seed, and the same for the same', () => {
    const story = (seed: number) =>
      run(`Start-Lab lost-order -Restart -Seed ${seed} 6>&1 | Out-String`).replace(
        /Restart begins it again[\s\S]*/,
        '',
      );
    const stories = [1, 2, 3, 4, 5].map(story);
    expect(new Set(stories).size).toBeGreaterThan(1);
    expect(story(1)).toBe(stories[0]);
  });
});
