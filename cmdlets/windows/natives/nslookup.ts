// nslookup.exe, one-shot and as a conversation. Texts: facts/outputs 9.1.

import { type CmdletContext, defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import type { DnsType } from '../../../state/schema/inputs.ts';
import { nslookupArguments } from '../../completion/program-arguments.ts';
import { localMachine, localName, waitMilliseconds, worldOf } from '../local-machine.ts';
import { type NativeConsole, nativeProgram } from './native-console.ts';
import { answerLines, nslookupTexts } from './nslookup-answer.ts';

const types: readonly DnsType[] = ['A', 'AAAA', 'CNAME', 'MX', 'NS', 'PTR', 'TXT'];
const isAddress = (text: string) => /^\d+\.\d+\.\d+\.\d+$/.test(text);

class Nslookup {
  readonly #console: NativeConsole;
  readonly #cmdlet: CmdletContext;
  readonly #machine: string;
  #type: DnsType = 'A';
  #server: { name: string; address: string };

  constructor(console: NativeConsole, cmdlet: CmdletContext) {
    this.#console = console;
    this.#cmdlet = cmdlet;
    this.#machine = localName(cmdlet);
    const first = localMachine(cmdlet)?.adapters.flatMap((adapter) => adapter.dnsServers)[0] ?? '127.0.0.1';
    this.#server = this.#identify(first);
  }

  get #world() {
    return worldOf(this.#cmdlet);
  }

  /** A DNS server by address or name; its name comes from its own reverse zone, UnKnown without one. */
  #identify(text: string, asker?: string): { name: string; address: string } {
    if (!isAddress(text)) {
      const address = this.#world.resolveHost(this.#machine, text).addresses[0];
      return { name: text, address: address ?? text };
    }
    const reverse = `${text.split('.').reverse().join('.')}.in-addr.arpa`;
    const answer = this.#world.askDns(this.#machine, asker ?? text, reverse, 'PTR');
    return { name: answer.answers[0]?.value ?? 'UnKnown', address: text };
  }

  #printServer(label: string): void {
    this.#console.print(`${label}${this.#server.name}\nAddress:  ${this.#server.address}\n\n`);
  }

  setType(text: string): boolean {
    const type = types.find((each) => each === text.toUpperCase());
    if (type === undefined) {
      this.#console.errorLine(`unknown query type: ${text}`);
      return false;
    }
    this.#type = type;
    return true;
  }

  useServer(text: string): void {
    this.#server = this.#identify(text);
    this.#printServer(nslookupTexts(this.#cmdlet.host.uiCulture).defaultServer);
  }

  /** A name of one label is asked with the primary suffix of this machine, as `set defname` has it. */
  #qualified(name: string): string {
    if (name.endsWith('.')) return name.slice(0, -1);
    const fqdn = localMachine(this.#cmdlet)?.fqdn ?? '';
    const suffix = fqdn.includes('.') ? fqdn.slice(fqdn.indexOf('.')) : '';
    return name.includes('.') ? name : name + suffix;
  }

  ask(name: string): number {
    const texts = nslookupTexts(this.#cmdlet.host.uiCulture);
    const reverse = isAddress(name) && this.#type === 'A';
    const asked =
      reverse || (isAddress(name) && this.#type === 'PTR')
        ? `${name.split('.').reverse().join('.')}.in-addr.arpa`
        : this.#qualified(name);
    const type = reverse ? 'PTR' : this.#type;
    this.#printServer(texts.server);
    const answer = this.#world.askDns(this.#machine, this.#server.address, asked, type);
    waitMilliseconds(this.#cmdlet, answer.waitMs);
    if (reverse && answer.answers[0]) {
      this.#console.print(`${texts.name}${answer.answers[0].value}\nAddress:  ${name}\n\n`);
      return 0;
    }
    const asTyped = isAddress(name) || (!name.includes('.') && answer.answers.length === 0);
    const question = { name: asTyped ? name : asked, type, serverName: this.#server.name };
    const { lines, error } = answerLines(texts, question, answer, this.#isOwn(asked));
    for (const line of lines) {
      if (error) this.#console.errorLine(line);
      else this.#console.print(`${line}\n`);
    }
    return error ? 1 : 0;
  }

  /** The organisation's DNS servers hold its own zones. */
  #isOwn(name: string): boolean {
    const forest = this.#world.objects('organization')[0]?.properties.Forest.toLowerCase();
    const lower = name.toLowerCase();
    return forest !== undefined && (lower === forest || lower.endsWith(`.${forest}`));
  }

  converse(): number {
    this.#printServer(nslookupTexts(this.#cmdlet.host.uiCulture).defaultServer);
    for (;;) {
      const line = this.#console.readLine('> ')?.trim();
      if (line === undefined || /^exit$/i.test(line)) return 0;
      this.#command(line);
    }
  }

  #command(line: string): void {
    const set = /^set\s+(?:type|ty|querytype|query|q)=(\S+)$/i.exec(line);
    const server = /^l?server\s+(\S+)$/i.exec(line);
    if (set) this.setType(set[1]!);
    else if (server) this.useServer(server[1]!);
    else if (/^set\s+(?:no)?(?:debug|d2|recurse|search|defname|vc|all)\b|^set\s+\w+=/i.test(line) || line === '')
      return;
    else {
      const [name = '', at] = line.split(/\s+/);
      if (at !== undefined) this.#server = this.#identify(at);
      this.ask(name);
      this.#console.printLine();
    }
  }

  useOption(option: string): void {
    const type = /^-(?:type|ty|querytype|query|q)=(\S+)$/i.exec(option);
    if (type) this.setType(type[1]!);
  }

  selectServer(text: string): void {
    this.#server = this.#identify(text);
  }
}

export default defineCmdlet({
  name: 'nslookup.exe',
  kind: 'native',
  module: '',
  synopsis: 'Asks DNS servers.',
  description:
    'With a name it asks once (nslookup -type=MX fabrikam.com [server]); without one it reads commands: set type=MX, server <address>, a name, exit.',
  parameters: {},
  completeArgument: nslookupArguments,
  examples: [
    { script: 'nslookup -type=MX fabrikam.com' },
    { script: "'set type=mx','fabrikam.com','exit' | nslookup" },
  ],
  create: nativeProgram((console, args, cmdlet) => {
    const lookup = new Nslookup(console, cmdlet);
    const words = args.filter((arg) => !arg.startsWith('-') || arg === '-');
    for (const option of args) if (option.startsWith('-') && option !== '-') lookup.useOption(option);
    if (words[1] !== undefined) lookup.selectServer(words[1]);
    if (words[0] === undefined || words[0] === '-') return lookup.converse();
    return lookup.ask(words[0]);
  }),
});
