// telnet.exe: a conversation by hand with what listens on a port. Texts: facts/outputs 9.2 and 11.
// Without a terminal the lines come from the pipeline: 'ehlo','quit' | telnet EX03 2525.

import { type CmdletContext, defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { hostArguments } from '../../completion/program-arguments.ts';
import { localName, waitMilliseconds, worldOf } from '../local-machine.ts';
import { type NativeConsole, nativeProgram } from './native-console.ts';

interface Texts {
  connecting(host: string): string;
  failed(port: number): string;
  lost: string;
}

const english: Texts = {
  connecting: (host) => `Connecting To ${host}...`,
  failed: (port) => `Could not open connection to the host, on port ${port}: Connect failed`,
  lost: 'Connection to host lost.',
};
const japanese: Texts = {
  connecting: (host) => `接続中: ${host}...`,
  failed: (port) => `ホストへ接続できませんでした。 ポート番号 ${port}: 接続に失敗しました`,
  lost: 'ホストとの接続が切断されました。',
};

function printReply(console: NativeConsole, cmdlet: CmdletContext, reply: { lines?: string[]; waitMs?: number }): void {
  waitMilliseconds(cmdlet, reply.waitMs ?? 0);
  for (const line of reply.lines ?? []) console.printLine(line);
}

/** What Windows' telnet does before a connection is open: a prompt of its own. */
function commandMode(console: NativeConsole): { host: string; port: number } | undefined {
  console.print("Welcome to Microsoft Telnet Client\n\nEscape Character is 'CTRL+]'\n\n");
  for (;;) {
    const line = console.readLine('Microsoft Telnet> ');
    if (line === undefined || /^\s*q(uit)?\s*$/i.test(line)) return undefined;
    const open = /^\s*o(?:pen)?\s+(\S+)(?:\s+(\d+))?\s*$/i.exec(line);
    if (open) return { host: open[1]!, port: Number(open[2] ?? 23) };
    if (line.trim() !== '') console.printLine('Invalid Command. type ?/help for help');
  }
}

function converse(console: NativeConsole, cmdlet: CmdletContext, host: string, port: number, texts: Texts): number {
  const world = worldOf(cmdlet);
  const opened = world.apply({ kind: 'smtp.open', from: localName(cmdlet), to: host, port });
  if (opened.connect !== 'ok' || opened.session === undefined) {
    waitMilliseconds(cmdlet, opened.waitMs ?? 0);
    console.printLine(texts.connecting(host) + texts.failed(port));
    return 1;
  }
  const session = opened.session;
  printReply(console, cmdlet, opened);
  let closed = opened.closed ?? false;
  while (!closed) {
    const line = console.readLine();
    if (line === undefined) {
      world.apply({ kind: 'smtp.close', session });
      return 0;
    }
    const reply = world.apply({ kind: 'smtp.line', session, line });
    printReply(console, cmdlet, reply);
    closed = reply.closed ?? false;
  }
  console.print(`\n${texts.lost}\n`);
  return 0;
}

export default defineCmdlet({
  name: 'telnet.exe',
  kind: 'native',
  module: '',
  synopsis: 'Opens a connection to a port and converses with what listens there.',
  description:
    'Types the lines of the keyboard, or of the pipeline, to the other side and prints what it answers. SMTP listens on 25, 587, 717, 2525 and 475 of Exchange servers as their Receive connectors say, and on 25 of outside hosts.',
  parameters: {},
  completeArgument: hostArguments,
  examples: [{ script: "'ehlo','quit' | telnet EX02 25" }],
  create: nativeProgram((console, args, cmdlet) => {
    const texts = cmdlet.host.uiCulture.toLowerCase().startsWith('ja') ? japanese : english;
    const [host, port] = args.filter((arg) => !/^[-/]/.test(arg));
    if (host !== undefined) return converse(console, cmdlet, host, portNumber(port), texts);
    const target = commandMode(console);
    return target ? converse(console, cmdlet, target.host, target.port, texts) : 0;
  }),
});

function portNumber(text: string | undefined): number {
  if (text === undefined) return 23;
  if (text.toLowerCase() === 'smtp') return 25;
  return Number.parseInt(text, 10) || 23;
}
