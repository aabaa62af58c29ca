// net.exe: net start, net stop, net helpmsg. Texts: facts/outputs 8.4.

import { type CmdletContext, defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import type { ServiceView } from '../../../src/transport/views.ts';
import { WorldError } from '../../../src/transport/world-error.ts';
import { netArguments } from '../../completion/program-arguments.ts';
import { localName, waitUntil, worldOf } from '../local-machine.ts';
import { runningDependents } from '../services.ts';
import { type NativeConsole, nativeProgram } from './native-console.ts';
import { type NetMessages, netMessages } from './net-messages.ts';

const usage = ['The syntax of this command is:', '', 'NET', '    [ HELPMSG | START | STOP ]', ''];

/** Texts that `net helpmsg` knows, by number. */
const helpTexts: Record<number, string> = {
  2182: 'The requested service has already been started.',
  2185: 'The service name is invalid.',
  2186: 'The service is not responding to the control function.',
  3521: 'The *** service is not started.',
  3534: 'The service did not report an error.',
};

class NetCommand {
  readonly #cmdlet: CmdletContext;
  readonly #console: NativeConsole;
  readonly #texts: NetMessages;

  constructor(cmdlet: CmdletContext, console: NativeConsole) {
    this.#cmdlet = cmdlet;
    this.#console = console;
    this.#texts = netMessages(cmdlet.host.uiCulture);
  }

  /** Services go by name or display name, as net takes both. */
  #find(name: string): ServiceView | undefined {
    const wanted = name.toLowerCase();
    return worldOf(this.#cmdlet)
      .services(localName(this.#cmdlet))
      .find((service) => service.name.toLowerCase() === wanted || service.displayName.toLowerCase() === wanted);
  }

  #fail(lines: string[], help?: number): number {
    for (const line of lines) this.#console.errorLine(line);
    this.#console.errorLine();
    if (help !== undefined) {
      this.#console.errorLine(this.#texts.help(help));
      this.#console.errorLine();
    }
    return 2;
  }

  list(): number {
    const running = worldOf(this.#cmdlet)
      .services(localName(this.#cmdlet))
      .filter((service) => service.status === 'Running')
      .map((service) => service.displayName)
      .sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
    this.#console.print(`${this.#texts.startedList}\n\n`);
    for (const name of running) this.#console.printLine(`   ${name}`);
    this.#console.print(`\n${this.#texts.completed}\n\n`);
    return 0;
  }

  start(name: string): number {
    const service = this.#find(name);
    if (!service) return this.#fail([this.#texts.invalidName], 2185);
    if (service.status === 'Running') return this.#fail([this.#texts.alreadyStarted], 2182);
    if (service.startType === 'Disabled') return this.#fail(this.#texts.disabled);
    try {
      const { completesAt } = this.#control(service, 'start');
      this.#waitWithDots(this.#texts.starting(service.displayName), completesAt);
    } catch (error) {
      if (!(error instanceof WorldError)) throw error;
      this.#console.printLine(`${this.#texts.starting(service.displayName)}.`);
      return this.#fail([this.#texts.couldNotStart(service.displayName), '', this.#texts.noError], 3534);
    }
    if (this.#find(name)?.status !== 'Running')
      return this.#fail([this.#texts.couldNotStart(service.displayName), '', this.#texts.noError], 3534);
    this.#console.print(`${this.#texts.started(service.displayName)}\n\n`);
    return 0;
  }

  stop(name: string, assumeYes: boolean): number {
    const service = this.#find(name);
    if (!service) return this.#fail([this.#texts.invalidName], 2185);
    if (service.status === 'Stopped') return this.#fail([this.#texts.notStarted(service.displayName)], 3521);
    const dependents = runningDependents(worldOf(this.#cmdlet).services(service.server), service);
    if (dependents.length > 0 && !this.#confirm(service, dependents, assumeYes)) return 2;
    for (const each of [...dependents, service]) {
      const { completesAt } = this.#control(each, 'stop');
      this.#waitWithDots(this.#texts.stopping(each.displayName), completesAt);
      this.#console.print(`${this.#texts.stopped(each.displayName)}\n\n`);
    }
    return 0;
  }

  #confirm(service: ServiceView, dependents: ServiceView[], assumeYes: boolean): boolean {
    for (const line of this.#texts.dependents(service.displayName)) this.#console.printLine(line);
    this.#console.printLine();
    for (const each of dependents) this.#console.printLine(`   ${each.displayName}`);
    this.#console.printLine();
    if (assumeYes) return true;
    const answer = this.#console.readLine(this.#texts.question);
    return /^(y|yes)$/i.test(answer?.trim() ?? '');
  }

  #control(service: ServiceView, action: 'start' | 'stop') {
    return worldOf(this.#cmdlet).apply({ kind: 'service', server: service.server, service: service.name, action });
  }

  /** One dot when the change was asked for, one more for every 2.5 seconds of waiting. */
  #waitWithDots(text: string, completesAt: number | undefined): void {
    const seconds = Math.max(0, (completesAt ?? 0) - worldOf(this.#cmdlet).now) / 1000;
    waitUntil(this.#cmdlet, completesAt);
    this.#console.printLine(text + '.'.repeat(1 + Math.floor(seconds / 2.5)));
  }

  helpMessage(number: string): number {
    const text = helpTexts[Number(number)];
    if (text === undefined) return this.#fail([`${number} is not a valid Windows network message number.`], 3871);
    this.#console.print(`\n${text}\n\n`);
    return 0;
  }
}

export default defineCmdlet({
  name: 'net.exe',
  kind: 'native',
  module: '',
  synopsis: 'Starts and stops services of this machine.',
  parameters: {},
  completeArgument: netArguments,
  examples: [{ script: 'net start MSExchangeTransport' }],
  create: nativeProgram((console, args, cmdlet) => {
    const net = new NetCommand(cmdlet, console);
    const assumeYes = args.some((arg) => arg.toLowerCase() === '/y' || arg.toLowerCase() === '/yes');
    const [verb = '', ...names] = args.filter((arg) => !/^\/(y|yes)$/i.test(arg));
    const name = names.join(' ');
    if (/^start$/i.test(verb)) return name === '' ? net.list() : net.start(name);
    if (/^stop$/i.test(verb) && name !== '') return net.stop(name, assumeYes);
    if (/^helpmsg$/i.test(verb) && name !== '') return net.helpMessage(name);
    for (const line of usage) console.errorLine(line);
    return 1;
  }),
});
