// Checks a lab's file as a trainer wants it: its form; the untouched start does not pass; every solution does; every wrong fix fails
// at its goal, with the reason that the file says.

import { joined, type Lab } from '../../../state/schema/lab.ts';
import { LabError, parseLab } from '../../../state/schema/lab-validation.ts';
import type { LabCheck } from '../../../state/store/lab-control.ts';
import { copyWorld } from './copy.ts';
import { drawLab } from './draw.ts';
import type { Baseline } from './goal-context.ts';
import { baselineOf, type Judged, judge } from './grade.ts';
import type { LabSession } from './lab-session.ts';

const checkFolder = 'labs/.check';

interface Outcome {
  baseline?: Baseline;
  judged: Judged[];
  errors: string[];
}

/** Plays the faults and a script in a sandbox of its own and judges what comes of it. */
export function playLab(session: LabSession, lab: Lab, script: string): Outcome {
  session.folder.removeFolder(checkFolder);
  const { organization, seed, server } = lab;
  const quiet = session.open({ path: checkFolder, organization, seed, ...(server !== undefined && { server }) });
  try {
    const faults = quiet.runQuietly(joined(lab.faults));
    if (faults.length > 0) return { judged: [], errors: faults.map((error) => `The faults: ${error}`) };
    const baseline = baselineOf(quiet.world, lab);
    const errors = script === '' ? [] : quiet.runQuietly(script);
    const { answers } = quiet;
    const copy = copyWorld({
      keeper: quiet.place.keeper,
      folder: quiet.place.folder,
      server: quiet.server,
      host: quiet.host,
    });
    return { judged: judge(lab, { ...copy, baseline, answers }), errors, baseline };
  } finally {
    quiet.close();
    session.folder.removeFolder(checkFolder);
  }
}

export function checkLabFile(session: LabSession, text: string, path: string, seed?: number) {
  const began = session.monotonicMs();
  const checks: LabCheck[] = [];
  let name = path;
  try {
    const lab = parseLab(text, path);
    name = lab.name;
    checks.push({ check: 'Schema', passed: true, why: '' });
    checks.push(...checkLab(session, drawLab(lab, seed ?? lab.seed)));
  } catch (error) {
    if (!(error instanceof LabError)) throw error;
    checks.push({ check: 'Schema', passed: false, why: error.message });
  }
  return { name, checks, elapsedMs: session.monotonicMs() - began };
}

function* checkLab(session: LabSession, lab: Lab): Iterable<LabCheck> {
  yield checkStart(playLab(session, lab, ''), lab);
  for (const solution of lab.solutions)
    yield checkSolution(`Solution: ${joined(solution.title.en)}`, playLab(session, lab, joined(solution.script)));
  for (const wrong of lab.wrongFixes)
    yield checkWrongFix(`Wrong fix: ${joined(wrong.title.en)}`, wrong, playLab(session, lab, joined(wrong.script)));
}

function checkStart({ judged, errors, baseline }: Outcome, lab: Lab): LabCheck {
  const check = 'Start';
  if (errors.length > 0) return { check, passed: false, why: errors[0]! };
  const failing = judged.filter(({ verdict }) => verdict !== undefined);
  if (failing.length === 0) return { check, passed: false, why: 'The untouched start passes: nothing is broken.' };
  const idle = judged.find(({ goal }) => goal.kind === 'unchanged' && isEmpty(baseline?.settings[goal.id]));
  if (idle)
    return {
      check,
      passed: false,
      why: `The goal '${idle.goal.id}' looks at nothing: no object of that class and identity.`,
    };
  const forbidden = new Set(lab.forbidden?.map(({ id }) => id));
  const broken = failing.find(({ goal }) => forbidden.has(goal.id));
  if (broken && failing.every(({ goal }) => forbidden.has(goal.id)))
    return {
      check,
      passed: false,
      why: `Only forbidden shortcuts fail at the start (${broken.goal.id}), no goal does.`,
    };
  return { check, passed: true, why: failing.map(({ goal }) => goal.id).join(', ') };
}

const isEmpty = (value: object | undefined) => Object.keys(value ?? {}).length === 0;

function checkSolution(check: string, { judged, errors }: Outcome): LabCheck {
  const failing = judged.find(({ verdict }) => verdict !== undefined);
  if (failing) return { check, passed: false, why: `The goal '${failing.goal.id}' is not met: ${failing.verdict!.en}` };
  if (errors.length > 0) return { check, passed: false, why: errors[0]! };
  return { check, passed: true, why: '' };
}

function checkWrongFix(check: string, wrong: Lab['wrongFixes'][number], { judged }: Outcome): LabCheck {
  const failed = judged.find(({ goal }) => goal.id === wrong.fails);
  if (!failed) return { check, passed: false, why: `The goal '${wrong.fails}' was not judged.` };
  if (failed.verdict === undefined)
    return { check, passed: false, why: `The goal '${wrong.fails}' is met, but must fail.` };
  const said = failed.goal.why ?? failed.verdict;
  for (const language of ['en', 'ja'] as const) {
    const wanted = wrong.says && joined(wrong.says[language]);
    if (wanted !== undefined && !joined(said[language]).includes(wanted))
      return { check, passed: false, why: `The reason does not say "${wanted}", but "${joined(said[language])}".` };
  }
  return { check, passed: true, why: joined(said.en) };
}
