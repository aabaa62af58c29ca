import { emitKeypressEvents, type Key } from 'node:readline';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { History } from '../../src/host/terminal/history.ts';
import { type Input, LineEditor } from '../../src/host/terminal/line-editor.ts';

interface Editing {
  editor: LineEditor;
  history: History;
  screen: () => string;
  /** Sends bytes as a terminal does. */
  type(text: string): Promise<void>;
}

function edit(entries: string[] = [], items: string[] = []): Editing {
  const history = new History();
  for (const entry of entries) history.add(entry);
  let screen = '';
  const editor = new LineEditor({
    history,
    write: (text) => {
      screen += text;
    },
    columns: () => 80,
    colour: (text) => text,
    incomplete: (text) => (text.match(/\{/g)?.length ?? 0) > (text.match(/\}/g)?.length ?? 0),
    complete: async (_text, cursor) => ({
      start: 0,
      end: cursor,
      items: items.map((text) => ({ text, label: text, toolTip: `about ${text}` })),
    }),
  });
  const keys = new PassThrough();
  emitKeypressEvents(keys);
  keys.on('keypress', (sequence: string | undefined, key: Key) => editor.key(sequence, key));
  return {
    editor,
    history,
    screen: () => screen,
    type: async (text) => {
      keys.write(text);
      await new Promise((resolve) => setTimeout(resolve, text.endsWith('\x1b') ? 600 : 5));
    },
  };
}

async function typed(keys: string, entries: string[] = [], items: string[] = []): Promise<Input> {
  const editing = edit(entries, items);
  const input = editing.editor.read('>');
  await editing.type(keys);
  return input;
}

const UP = '\x1b[A';
const DOWN = '\x1b[B';
const LEFT = '\x1b[D';
const RIGHT = '\x1b[C';
const HOME = '\x1b[H';
const DELETE = '\x1b[3~';

describe('the line editor', () => {
  it.each([
    ['plain text', 'Get-Queue\r', 'Get-Queue'],
    ['insertion in the middle', `Get-eue${LEFT.repeat(3)}Qu\r`, 'Get-Queue'],
    ['Backspace and Delete', `abcd\x7f${HOME}${DELETE}\r`, 'bc'],
    ['Ctrl+A and Ctrl+E', 'b\x01a\x05c\r', 'abc'],
    ['Ctrl+W', 'Get-Queue EX01 EX02\x17\r', 'Get-Queue EX01 '],
    ['Ctrl+U and Ctrl+Y', 'abc\x15x\x19\r', 'xabc'],
    ['Ctrl+K', `abc${LEFT}${LEFT}\x0b\r`, 'a'],
    ['characters beyond the basic plane', '😀a\x7f\x7fb\r', 'b'],
    ['a further line while a brace is open', 'if (1) {\r2\r}\r', 'if (1) {\n2\n}'],
    ['Alt+Enter', 'a\x1b\rb\r', 'a\nb'],
  ])('%s', async (_what, keys, expected) => {
    expect(await typed(keys)).toEqual({ kind: 'text', text: expected });
  });

  it.each([
    ['Alt+. gives the last word of the entry before', 'Get-Queue \x1b.\r', 'Get-Queue EX02'],
    ['Alt+. twice goes back one entry more', 'Get-Queue \x1b.\x1b.\r', "Get-Queue 'EX01\\Default EX01'"],
    ['F8 finds the entry that begins like the text', 'Set\x1b[19~\r', "Set-ReceiveConnector 'EX01\\Default EX01'"],
    ['Ctrl+Right takes the next word of the suggestion', 'Set\x1b[1;5C\x1b[1;5C\r', 'Set-ReceiveConnector'],
    ['Right takes the whole suggestion', `Test${RIGHT}\r`, 'Test-ServiceHealth EX02'],
  ])('%s', async (_what, keys, expected) => {
    const entries = ["Set-ReceiveConnector 'EX01\\Default EX01'", 'Test-ServiceHealth EX02'];
    expect(await typed(keys, entries)).toEqual({ kind: 'text', text: expected });
  });

  it('offers a menu on Ctrl+Space: arrows choose, Enter takes, the next Enter runs', async () => {
    const editing = edit([], ['one', 'two', 'three']);
    const input = editing.editor.read('>');
    await editing.type('x\x00');
    await editing.type(RIGHT);
    expect(editing.screen()).toContain('about two');
    await editing.type('\r');
    expect(editing.editor.reading).toBe(true);
    await editing.type('!\r');
    expect(await input).toEqual({ kind: 'text', text: 'two!' });
  });

  it('takes what is pasted as one input, its line ends included', async () => {
    expect(await typed('\x1b[200~one\rtwo\x1b[201~\r')).toEqual({ kind: 'text', text: 'one\ntwo' });
  });

  it('walks through history and back to what was being typed', async () => {
    expect(await typed(`x${UP}${UP}\r`, ['first', 'second'])).toEqual({ kind: 'text', text: 'first' });
    expect(await typed(`draft${UP}${DOWN}\r`, ['first'])).toEqual({ kind: 'text', text: 'draft' });
  });

  it('searches history backwards by Ctrl+R', async () => {
    const entries = ['Get-Queue EX01', 'Get-Message', 'Get-Queue EX02'];
    expect(await typed('\x12queue\r', entries)).toEqual({ kind: 'text', text: 'Get-Queue EX02' });
    expect(await typed('\x12queue\x12\r', entries)).toEqual({ kind: 'text', text: 'Get-Queue EX01' });
  });

  it('takes a suggestion from history with the right arrow', async () => {
    expect(await typed(`Get-M${RIGHT}\r`, ['Get-Message -Queue EX01'])).toEqual({
      kind: 'text',
      text: 'Get-Message -Queue EX01',
    });
  });

  it('completes by Tab, steps on by Tab and back by Shift+Tab', async () => {
    const complete = async (keys: string[]) => {
      const editing = edit([], ['Get-Queue', 'Get-QueueDigest', 'Get-Message']);
      const input = editing.editor.read('>');
      for (const key of keys) await editing.type(key);
      return input;
    };
    expect(await complete(['Get-', '\t', '\r'])).toEqual({ kind: 'text', text: 'Get-Queue' });
    expect(await complete(['Get-', '\t', '\t', '\r'])).toEqual({ kind: 'text', text: 'Get-QueueDigest' });
    expect(await complete(['Get-', '\t', '\x1b[Z', '\r'])).toEqual({ kind: 'text', text: 'Get-Message' });
  });

  it('gives up an input by Ctrl+C and ends by Ctrl+D on an empty line', async () => {
    expect(await typed('abc\x03')).toEqual({ kind: 'cancelled' });
    expect(await typed('\x04')).toEqual({ kind: 'end' });
    expect(await typed(`ab${LEFT}\x04\r`)).toEqual({ kind: 'text', text: 'a' });
  });
});
