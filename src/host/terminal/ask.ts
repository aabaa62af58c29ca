// Asks the user at a terminal, in PowerShell's wording, by enquirer. Runs where an event loop is free: on the main thread of a
// typed session, or in a helper process when a script runs on the main thread.

import { type Answer, choiceHeading, choiceHelp, choiceLine, matchChoice, type Question } from '../ui/question.ts';

const CANCELLED: Answer = { kind: 'cancelled' };

async function askLine(prompt: string, secret: boolean): Promise<Answer> {
  const { default: enquirer } = await import('enquirer');
  // The package's types leave out the prompt classes and their rendering options.
  // biome-ignore lint/suspicious/noExplicitAny: see above.
  const Prompt = (enquirer as any)[secret ? 'Password' : 'Input'];
  const question = new Prompt({ message: prompt, prefix: () => '', separator: () => '', pointer: '', show: true });
  // PowerShell shows the prompt as it is: no symbols, no colours, and what was typed stays as typed.
  question.message = async () => prompt;
  question.format = () => (secret ? '*'.repeat(question.input.length) : question.input);
  question.render = async () => {
    const { size } = question.state;
    question.clear(size);
    const shown: string = await question.format();
    const behind = shown.length - question.cursor;
    question.write(prompt + shown + (behind > 0 ? `\x1b[${behind}D` : ''));
  };
  let ended = false;
  const keypress = question.keypress.bind(question);
  // biome-ignore lint/suspicious/noExplicitAny: enquirer's key object.
  question.keypress = (character: string, key: any = {}) => {
    if (key.ctrl && key.name === 'd' && question.input === '') {
      ended = true;
      return question.submit();
    }
    return keypress(character, key);
  };
  try {
    const text: string = await question.run();
    return ended ? { kind: 'line' } : { kind: 'line', text };
  } catch {
    // enquirer rejects when the user gives up with Ctrl+C or Escape.
    return CANCELLED;
  }
}

async function askChoice(question: Question & { kind: 'choice' }, write: (text: string) => void): Promise<Answer> {
  const { caption, message, choices, defaultIndex } = question;
  write(choiceHeading(caption, message));
  for (;;) {
    const answer = await askLine(choiceLine(choices, defaultIndex), false);
    if (answer.kind !== 'line' || answer.text === undefined) return CANCELLED;
    if (answer.text.trim() === '?') {
      write(choiceHelp(choices));
      continue;
    }
    const index = matchChoice(answer.text, choices, defaultIndex);
    if (index !== undefined) return { kind: 'choice', index };
  }
}

function askKey(timeoutMs: number | undefined): Promise<Answer> {
  const { stdin } = process;
  stdin.setRawMode(true);
  stdin.resume();
  return new Promise((resolve) => {
    let timer: NodeJS.Timeout | undefined;
    const finish = (answer: Answer): void => {
      clearTimeout(timer);
      stdin.removeListener('data', receive);
      stdin.setRawMode(false);
      stdin.pause();
      resolve(answer);
    };
    const receive = (data: Buffer): void => {
      const character = data.toString('utf8');
      finish(character === '\x03' ? CANCELLED : { kind: 'key', character, key: character });
    };
    stdin.on('data', receive);
    if (timeoutMs !== undefined) timer = setTimeout(() => finish({ kind: 'none' }), timeoutMs);
  });
}

export function ask(question: Question, write: (text: string) => void): Promise<Answer> {
  if (question.kind === 'line') return askLine(question.prompt, question.secret);
  if (question.kind === 'choice') return askChoice(question, write);
  return askKey(question.timeoutMs);
}
