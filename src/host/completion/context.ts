// What is being completed: the word before the cursor, and the command that it belongs to. Works on text that is only half typed,
// where a syntax tree would show little.

export interface CompletionContext {
  kind: 'command' | 'parameter' | 'argument' | 'variable' | 'member' | 'type';
  /** Where the word begins. */
  start: number;
  /** The word, without its opening quote. */
  word: string;
  /** Opening quote of the word, empty without. */
  quote: string;
  command: string;
  /** Words between command and cursor, unquoted; parameters keep their dash. */
  words: string[];
  /** Name of the variable whose member is wanted. */
  target?: string;
}

interface Word {
  start: number;
  text: string;
  quote: string;
}

/** Words of the pipeline element that the cursor is in; the last one is unfinished, and empty after a blank. */
function wordsOfElement(text: string): Word[] {
  let words: Word[] = [];
  let current: Word | undefined;
  let quote = '';
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!;
    if (quote !== '') {
      if (character !== quote) current!.text += character;
      else if (text[i + 1] === quote) current!.text += text[i++];
      else quote = '';
    } else if (/\s/.test(character) && character !== '\n') {
      if (current) words.push(current);
      current = undefined;
    } else if (/[|;{}()=&\n]/.test(character)) {
      words = [];
      current = undefined;
    } else if (character === ',') {
      current = undefined;
    } else if (character === "'" || character === '"') {
      current ??= { start: i, text: '', quote: character };
      quote = character;
    } else {
      current ??= { start: i, text: '', quote: '' };
      current.text += character;
    }
  }
  return [...words, current ?? { start: text.length, text: '', quote: '' }];
}

export function completionContext(text: string, cursor: number): CompletionContext {
  const before = text.slice(0, cursor);
  const words = wordsOfElement(before);
  const last = words.pop()!;
  const command = words[0]?.text ?? '';
  const base = {
    start: last.start,
    word: last.text,
    quote: last.quote,
    command,
    words: words.slice(1).map((word) => word.text),
  };
  const member = /\$([\w:]+)\.(\w*)$/.exec(before);
  if (member)
    return { ...base, kind: 'member', start: cursor - member[2]!.length, word: member[2]!, target: member[1]! };
  const variable = /\$([\w:]*)$/.exec(before);
  if (variable && last.quote !== "'") {
    return { ...base, kind: 'variable', start: cursor - variable[1]!.length, word: variable[1]! };
  }
  const type = /\[([\w.]*)$/.exec(before);
  if (type) return { ...base, kind: 'type', start: cursor - type[1]!.length, word: type[1]! };
  if (words.length === 0) return { ...base, kind: 'command' };
  return { ...base, kind: last.quote === '' && last.text.startsWith('-') ? 'parameter' : 'argument' };
}
