// A trainer's path through the command line: make a lab of a broken sandbox, write it out, check it, let three learners' scripts
// work on it, and collect a report. And a learner who closes the shell in the middle of a lab.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt, Sandbox } from '../support/sandbox.ts';

const open: Sandbox[] = [];

function newSandbox(): Sandbox {
  const sandbox = new Sandbox();
  open.push(sandbox);
  return sandbox;
}

beforeAll(ensureBuilt);
afterEach(async () => {
  for (const sandbox of open.splice(0)) await sandbox.dispose();
});

/** A folder that everybody has as drive G:. */
function sharedFolder(): { path: string; write(name: string, lines: string[]): void; read(name: string): string } {
  const path = join(newSandbox().folder, 'shared');
  mkdirSync(path);
  return {
    path,
    write: (name, lines) => writeFileSync(join(path, name), `${lines.join('\n')}\n`),
    read: (name) => readFileSync(join(path, name), 'utf8'),
  };
}

const both = (en: string, ja: string) => ({ en, ja });

/** What a trainer adds to a scaffold: the story, hints, solutions, wrong fixes, and what it was about. */
function writtenOut(scaffold: string): string {
  const lab = JSON.parse(scaffold);
  const repair = "Set-SendConnector 'Partner smart host' -Enabled $true";
  Object.assign(lab, {
    title: both('The partner waits', '取引先が待っている'),
    story: both('Orders for partner.adatum.com do not arrive.', 'partner.adatum.com 宛ての注文が届きません。'),
    hints: [
      both('Look at the connectors.', 'コネクタを確認します。'),
      both(
        'Get-SendConnector | Format-List Name,Enabled',
        'Get-SendConnector | Format-List Name,Enabled を実行します。',
      ),
    ],
    solutions: [{ title: both('Switch it on', '有効にする'), script: [repair] }],
    wrongFixes: [
      { title: both('Restart', '再起動'), script: ['Restart-Service MSExchangeTransport'], fails: 'setting' },
      {
        title: both('Send again', '再送'),
        script: ['Send-SandboxMessage alice orders@partner.adatum.com'],
        fails: 'setting',
      },
    ],
    debrief: {
      cause: both('The connector was disabled.', 'コネクタが無効でした。'),
      documentation: ['Send connectors'],
    },
  });
  return JSON.stringify(lab);
}

describe('a trainer', () => {
  it('writes a lab, checks it, lets three learners work on it and collects a report', () => {
    const shared = sharedFolder();
    const mount = ['-NonInteractive', '-Mount', `G=${shared.path}`];
    const trainer = newSandbox();
    shared.write('break.ps1', [
      "Set-SendConnector 'Partner smart host' -Enabled $false",
      'New-Lab G:\\partner-waits.json | Out-Null',
    ]);
    expect(trainer.run([...mount, '-File', join(shared.path, 'break.ps1')]).out).toBe('');
    const scaffold = shared.read('partner-waits.json');
    expect(JSON.parse(scaffold).faults).toEqual(["Set-SendConnector 'Partner smart host' -Enabled $false"]);

    // As it is, it is a lab by its form; what is missing is told.
    const check = [
      '$result = Test-Lab -Path G:\\partner-waits.json',
      '$result.Passed',
      '$result.Goals | Where-Object { -not $_.Met } | ForEach-Object Text',
    ];
    expect(trainer.run([...mount, '-Command', check.join('; ')]).out).toMatch(/^False\nSolution: /);
    shared.write('partner-waits.json', [writtenOut(scaffold)]);
    expect(trainer.run([...mount, '-Command', check.join('; ')]).out).toBe('True\n');

    const learners = {
      amy: ["Set-SendConnector 'Partner smart host' -Enabled $true"],
      ben: ['Restart-Service MSExchangeTransport -WarningAction SilentlyContinue', 'Step-SandboxClock -Minutes 20'],
      cho: [
        'Get-LabHint | Out-Null',
        'Step-SandboxClock -Minutes 10',
        'Get-SendConnector Partner* | Set-SendConnector -Enabled $true',
      ],
    };
    for (const [name, solution] of Object.entries(learners)) {
      shared.write(`${name}.ps1`, [
        'Start-Lab -Path G:\\partner-waits.json 6>$null | Out-Null',
        ...solution,
        '(Test-Lab).Passed',
        'Stop-Lab 6>$null | Out-Null',
        `Export-LabReport G:\\${name}.json -Learner ${name} | Out-Null`,
      ]);
      const { out, code } = newSandbox().run([...mount, '-File', join(shared.path, `${name}.ps1`)]);
      expect({ name, out, code }).toEqual({ name, out: name === 'ben' ? 'False\n' : 'True\n', code: 0 });
    }

    const reports = Object.keys(learners)
      .map((name) => `G:\\${name}.json`)
      .join(',');
    const collect = ['csv', 'html'].map((form) => `Export-LabReport G:\\class.${form} -Report ${reports} | Out-Null`);
    trainer.run([...mount, '-Command', collect.join('; ')]);
    const rows = trainer.run([
      ...mount,
      '-Command',
      'Import-Csv G:\\class.csv | ForEach-Object { "$($_.Learner) $($_.Lab) $($_.Passed) $($_.Time) $($_.HintsUsed)" }',
    ]).out;
    expect(rows).toBe(
      'amy partner-waits True 00:00:00 0\nben partner-waits False 00:20:10 0\ncho partner-waits True 00:15:00 1\n',
    );
    const page = shared.read('class.html');
    expect(page).toContain('amy has passed 1 of 1 labs.');
    expect(page).toContain('ben has passed 0 of 1 labs.');
  }, 120_000);
});

describe('a learner', () => {
  it('is in the lab again after leaving the shell in the middle of it', () => {
    const sandbox = newSandbox();
    const run = (command: string) => sandbox.run(['-NonInteractive', '-Command', command]).out;
    run("Set-Content C:\\mine.txt 'mine'; Start-Lab first-steps");
    expect(
      run("Test-Path C:\\mine.txt; $env:COMPUTERNAME; Set-Content C:\\lab.txt 'lab'; (Get-LabHint -Peek).Left"),
    ).toBe('False\nEX03\n3\n');
    expect(run('(Test-Lab).Passed; Get-Content C:\\lab.txt')).toBe('False\nlab\n');
    run('Stop-Lab');
    expect(run('Get-Content C:\\mine.txt; (Get-Lab first-steps).State')).toBe('mine\nStarted\n');
  }, 60_000);

  it('finds the tour in the banner, and the lab with its clock in the prompt', async () => {
    const terminal = newSandbox().terminal();
    try {
      await terminal.waitFor('A tour of five minutes: Start-Lab first-steps');
      await terminal.waitFor('[PS] C:\\>');
      terminal.enter('Start-Lab first-steps');
      await terminal.waitFor('Step 1 of 8');
      await terminal.waitFor(/\[first-steps 08:2\d:\d\d\] \[PS\] C:\\>/);
      terminal.enter('dir /s');
      await terminal.waitFor('Suggestion: dir is Get-ChildItem here');
      await terminal.waitFor(/\[first-steps 08:2\d:\d\d\] \[PS\] C:\\>/);
      terminal.enter("$SuggestionPreference = 'SilentlyContinue'; dir /s; 'end' + 'ed'");
      expect(await terminal.waitFor('ended')).not.toContain('Suggestion:');
      terminal.enter('Stop-Lab');
      await terminal.waitFor('Your own sandbox is as you left it.');
      await terminal.waitFor('[PS] C:\\>');
      terminal.enter('exit');
    } finally {
      terminal.close();
    }
  }, 60_000);
});
