// Test-Lab: judges the open lab, or checks a trainer's file.

import type { CmdletContext } from '../../src/runtime/cmdlet.ts';
import { PSObject } from '../../src/runtime/values.ts';
import { timeSpanOf } from '../exchange/support/times.ts';
import { attemptLab, goalObject, labCmdlet, labsOf, readText } from './support.ts';

export default labCmdlet({
  name: 'Test-Lab',
  synopsis: 'Judges the open lab on a copy of its world; the world itself stays as it was.',
  description:
    'Mail is sent in the copy, time passes there, and each goal is asked: what holds, what does not, and why. -Path checks the file of a lab instead: its form, that its start does not pass, that every solution passes, and that every wrong fix fails at the goal that it names.',
  defaultSet: 'Open',
  parameters: {
    Path: { type: 'string', mandatory: true, position: 0, sets: 'File', help: 'File of a lab to check.' },
    Seed: {
      type: 'int',
      sets: 'File',
      validate: [{ kind: 'range', min: 0 }],
      help: "Checks the lab as this seed draws it; by default the file's own.",
    },
  },
  outputs: ['Hubshell.Labs.Result'],
  examples: [
    { setup: 'Start-Lab first-steps | Out-Null', script: '(Test-Lab).Passed', output: 'False' },
    { setup: 'Start-Lab first-steps | Out-Null', script: '(Test-Lab).Goals | Where-Object { -not $_.Met }' },
  ],
  create: (cmdlet) => ({
    end() {
      const { Path: path } = cmdlet.args;
      if (path === undefined) judge(cmdlet);
      else check(cmdlet, path);
    },
  }),
});

function judge(cmdlet: CmdletContext): void {
  const result = attemptLab(cmdlet, null, () => labsOf(cmdlet).test());
  if (!result) return;
  const { name, passed, goals, elapsedMs } = result;
  cmdlet.write(
    PSObject.of(
      { Name: name, Passed: passed, Goals: goals.map(goalObject), Elapsed: timeSpanOf(elapsedMs), Identity: name },
      'Hubshell.Labs.Result',
    ),
  );
}

function check(cmdlet: CmdletContext, path: string): void {
  const text = readText(cmdlet, path);
  if (text === undefined) return;
  const result = attemptLab(cmdlet, path, () => labsOf(cmdlet).check(text, path, cmdlet.args.Seed));
  if (!result) return;
  const { name, checks, elapsedMs } = result;
  const goals = checks.map(({ check: title, passed, why }) => goalObject({ id: title, text: title, met: passed, why }));
  cmdlet.write(
    PSObject.of(
      {
        Name: name,
        Passed: checks.every(({ passed }) => passed),
        Goals: goals,
        Elapsed: timeSpanOf(elapsedMs),
        Path: path,
        Identity: name,
      },
      'Hubshell.Labs.Result',
    ),
  );
}
