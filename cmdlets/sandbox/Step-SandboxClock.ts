// Step-SandboxClock: lets virtual time pass, all at once.

import type { CmdletContext } from '../../src/runtime/cmdlet.ts';
import { toText } from '../../src/runtime/convert.ts';
import type { World } from '../../src/transport/world.ts';
import type { InputResult } from '../../state/schema/inputs.ts';
import { dateTimeOf, instantOf, millisecondsOf } from '../exchange/support/times.ts';
import { worldOf } from '../windows/local-machine.ts';
import { clockObject } from './support/control.ts';
import { passThru, sandboxCmdlet } from './support/definition.ts';
import { attempt, sandboxError } from './support/errors.ts';

const unitsMs = { Days: 86_400_000, Hours: 3_600_000, Minutes: 60_000, Seconds: 1000 } as const;
type Unit = keyof typeof unitsMs;
const units = Object.keys(unitsMs) as Unit[];

/** After so many events Ctrl+C is looked for and progress is shown. */
const maxEvents = 4000;
const defaultMaximumMs = unitsMs.Days;

const part = (unit: Unit) => ({ type: 'double', sets: 'Parts', help: `${unit} to let pass; the parts add up.` });

const numberOf = (value: unknown): number => Number((value as { value?: unknown } | undefined)?.value ?? value);

export default sandboxCmdlet({
  name: 'Step-SandboxClock',
  synopsis: 'Lets virtual time pass: everything due up to the target instant happens.',
  supportsShouldProcess: true,
  defaultSet: 'Parts',
  parameters: {
    Days: part('Days'),
    Hours: part('Hours'),
    Minutes: part('Minutes'),
    Seconds: part('Seconds'),
    Until: { type: 'datetime', mandatory: true, sets: 'Until', help: 'Instant to go to; not in the past.' },
    UntilIdle: { type: 'switch', mandatory: true, sets: 'UntilIdle', help: 'Goes on until no message is moving.' },
    Maximum: { type: 'timespan', sets: 'UntilIdle', default: '1.00:00:00', help: 'At most so long.' },
    PassThru: passThru,
  },
  outputs: ['Hubshell.Sandbox.Clock'],
  examples: [
    {
      script: '$before = Get-Date\nStep-SandboxClock -Hours 1 -Minutes 30\n((Get-Date) - $before).TotalMinutes',
      output: '90',
    },
    { script: "Step-SandboxClock -Until '2026-03-03 12:00'\n(Get-SandboxClock).Now.Hour", output: '12' },
  ],
  create: (cmdlet) => ({
    end() {
      const world = worldOf(cmdlet);
      const target = targetOf(cmdlet, world);
      if (target === undefined || !cmdlet.shouldProcess('Clock')) return;
      attempt(cmdlet, null, () =>
        cmdlet.args.UntilIdle ? untilIdle(cmdlet, world, target) : advance(cmdlet, world, target),
      );
      if (cmdlet.args.PassThru) cmdlet.write(clockObject(world.clock));
    },
  }),
});

/** Instant to go to at most; undefined after an error. */
function targetOf(cmdlet: CmdletContext, world: World): number | undefined {
  const { args } = cmdlet;
  const refuse = (message: string, target: string) => {
    sandboxError(cmdlet, 'SandboxInvalidValue', message, target);
    return undefined;
  };
  if (cmdlet.parameterSet === 'Until') {
    const instant = instantOf(args.Until);
    return instant >= world.now ? instant : refuse('The clock cannot go back: the instant lies in the past.', 'Until');
  }
  if (cmdlet.parameterSet === 'UntilIdle') {
    const maximum = args.Maximum === undefined ? defaultMaximumMs : millisecondsOf(args.Maximum);
    return maximum >= 0 ? world.now + maximum : refuse('The maximum must not be negative.', 'Maximum');
  }
  const given = units.filter((unit) => cmdlet.has(unit));
  if (given.length === 0)
    return refuse('Name what is to pass: -Days, -Hours, -Minutes or -Seconds, -Until, or -UntilIdle.', 'Parts');
  const negative = given.find((unit) => !(numberOf(args[unit]) >= 0));
  if (negative) return refuse('The clock cannot go back: a step must not be negative.', negative);
  return world.now + Math.round(given.reduce((sum, unit) => sum + numberOf(args[unit]) * unitsMs[unit], 0));
}

function advance(cmdlet: CmdletContext, world: World, target: number): void {
  goOn(cmdlet, world, target, () => world.apply({ kind: 'advance', to: target, maxEvents }));
}

function untilIdle(cmdlet: CmdletContext, world: World, limit: number): void {
  goOn(cmdlet, world, limit, () => world.apply({ kind: 'advanceUntilIdle', limit, maxEvents }));
}

/** Repeats the step until it says that nothing is left of it. */
function goOn(cmdlet: CmdletContext, world: World, target: number, step: () => InputResult): void {
  const start = world.now;
  let showsProgress = false;
  while (step().unfinished) {
    showsProgress = true;
    showProgress(cmdlet, world, (world.now - start) / Math.max(1, target - start));
    cmdlet.checkInterrupt();
  }
  if (showsProgress) endProgress(cmdlet);
}

const activity = 'Virtual time passes';

function showProgress(cmdlet: CmdletContext, world: World, share: number): void {
  const now = toText(dateTimeOf(world.now));
  cmdlet.progress({ activity, status: now, percent: Math.floor(share * 100) });
}

function endProgress(cmdlet: CmdletContext): void {
  cmdlet.progress({ activity, status: 'Done', completed: true });
}
