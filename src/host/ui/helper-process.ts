// Asks at the terminal while the main thread runs a script: a helper process has the event loop that enquirer needs. It gets the
// question as an argument and answers on a pipe of its own, so that both streams stay the user's.

import { writeSync } from 'node:fs';
import { lazily } from '../node-process.ts';
import type { Answer, Question } from './question.ts';

const ASK = '--ask-at-terminal';
const ANSWER_PIPE = 3;

export function askInHelperProcess(program: string, question: Question): Answer {
  const { output } = lazily
    .childProcess()
    .spawnSync(process.execPath, [...process.execArgv, program, ASK, JSON.stringify(question)], {
      stdio: ['inherit', 'inherit', 'inherit', 'pipe'],
    });
  const text = output?.[ANSWER_PIPE]?.toString('utf8') ?? '';
  return text === '' ? { kind: 'cancelled' } : (JSON.parse(text) as Answer);
}

/** True when this process is the helper; it then asks and ends. */
export function runAsHelper(argv: string[]): boolean {
  if (argv[0] !== ASK || argv[1] === undefined) return false;
  const question = JSON.parse(argv[1]) as Question;
  void import('../terminal/ask.ts').then(async ({ ask }) => {
    const answer = await ask(question, (text) => writeSync(1, text));
    writeSync(ANSWER_PIPE, JSON.stringify(answer));
  });
  return true;
}
