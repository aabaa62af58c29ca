// Wires everything together: the sandbox folder, the world in it, the engine and the cmdlets. This is what a host opens.
// Nothing of the sandbox is read before something asks for it, so that `hubshell -Command 1` starts as fast as the language alone.

import { historyOf } from '../cmdlets/core/engine/shared/history.ts';
import { registerRemoteRunspaces } from '../cmdlets/core/engine/shared/remoting.ts';
import { cmdlets } from '../cmdlets/index.ts';
import type { WorldInput } from '../state/schema/inputs.ts';
import type { EntryStart, HistoryKind } from '../state/store/journal-record.ts';
import { LabControl } from '../state/store/lab-control.ts';
import { SandboxControl } from '../state/store/sandbox-control.ts';
import { SubFolder } from '../state/store/sub-folder.ts';
import { TransportLogs } from './logs/transport-logs.ts';
import { Engine, type ExecuteOptions, type ExecuteResult } from './runtime/engine.ts';
import { ErrorRecord } from './runtime/errors.ts';
import type { RuntimeHost, Services } from './runtime/host.ts';
import { DateTime } from './runtime/types/date/date-time.ts';
import { setCompletionSources } from './session/completion-sources.ts';
import { type SandboxEnvironment, sandboxEnvironment } from './session/environment.ts';
import { historyKind, historyText, type RunningStatement, runningStatement } from './session/history-text.ts';
import { AnswerSheet } from './session/labs/answer-sheet.ts';
import { LabRoom } from './session/labs/lab-room.ts';
import type { LabSession, QuietOptions, QuietSession } from './session/labs/lab-session.ts';
import { openedLab, quietOptions } from './session/labs/quiet.ts';
import { timeOfDay } from './session/labs/texts.ts';
import { defineManagementShell } from './session/management/management-shell.ts';
import { SessionError, type SessionOptions } from './session/options.ts';
import { Places } from './session/place.ts';
import { RemoteMachines } from './session/remote-machines.ts';
import { isSandboxFault, withSandboxErrors } from './session/sandbox-errors.ts';
import { SandboxFiles } from './session/sandbox-files.ts';
import { ScriptRandom } from './session/script-random.ts';
import { newestError, showSuggestions } from './session/suggestions/suggest.ts';
import { TimeTravel } from './session/time-travel.ts';
import { VirtualClock } from './session/virtual-clock.ts';
import type { WorldKeeper } from './session/world-keeper.ts';
import { World } from './transport/world.ts';

export type { LabSource, OrganizationSource, SandboxFilesContext, SessionOptions } from './session/options.ts';
export { isSandboxFault, SessionError };

export class Session {
  /** The engine of the machine that the shell sits on. */
  readonly #ownEngine: Engine;
  /** The engine of an entered remote session. */
  #enteredEngine: Engine | undefined;
  readonly #remote: RemoteMachines;
  readonly #options: SessionOptions;
  readonly #places: Places;
  readonly #labs: LabRoom;
  readonly #clock: VirtualClock;
  readonly #files: SandboxFiles;
  readonly #environment: SandboxEnvironment;
  readonly #services = new Map<unknown, () => object>();
  #server: string | undefined;
  readonly #random: ScriptRandom;
  /** What runs now, and the statement of it that the history has an entry for. */
  #runningText: string | undefined;
  #entered: RunningStatement | undefined;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#places = new Places({
      options,
      openLab: () => this.#labs.open && openedLab(this.#labs.open),
      nextEntry: (input) => this.#nextEntry(input),
      changeFile: (change, direction) => this.#files.travel(change, direction),
    });
    this.#labs = new LabRoom(this.#labSession(), options.labs ?? { names: () => [], read: () => undefined });
    this.#clock = new VirtualClock({
      world: () => this.#openWorld(),
      worldIfOpen: () => this.#places.current?.keeper.worldIfOpen,
      interrupt: options.interrupt,
      monotonicMs: options.monotonicMs,
      followsRealTime: options.followsRealTime,
      wait: options.wait,
    });
    this.#files = this.#makeFiles();
    this.#random = new ScriptRandom(() => withSandboxErrors(() => this.#keeper.store));
    this.#environment = sandboxEnvironment(() => ({ world: this.#openWorld(), server: this.server }));
    this.#services.set(World, () => this.#openWorld());
    this.#services.set(SandboxControl, () => this.#timeTravel());
    this.#services.set(LabControl, () => options.labControl ?? this.#labs);
    this.#services.set(TransportLogs, () => withSandboxErrors(() => this.#keeper.logs));
    this.#ownEngine = new Engine(this.#host(), options.cmdlets ?? cmdlets);
    setCompletionSources(this.#ownEngine);
    defineManagementShell(this.#ownEngine);
    this.#remote = new RemoteMachines({
      world: () => this.#openWorld(),
      makeEngine: (server) => this.#remoteEngine(server),
      enter: (engine) => {
        this.#enteredEngine = engine;
      },
    });
    registerRemoteRunspaces(this.#ownEngine, this.#remote);
    if (options.organization !== undefined || options.server !== undefined) this.open();
  }

  /** The engine that typed text runs in. */
  get engine(): Engine {
    return this.#enteredEngine ?? this.#ownEngine;
  }

  /** An engine on another machine: its drives, its environment, the same world. */
  #remoteEngine(server: string): Engine {
    const world = () => this.#openWorld();
    const engine = new Engine(
      {
        ...this.#host(),
        files: this.#makeFiles(() => server),
        environment: sandboxEnvironment(() => ({ world: world(), server })).variables,
        commit: () => undefined,
      },
      this.#options.cmdlets ?? cmdlets,
    );
    registerRemoteRunspaces(engine, this.#remote);
    setCompletionSources(engine);
    defineManagementShell(engine);
    return engine;
  }

  #host(): RuntimeHost {
    const { ui, interrupt, culture = 'en-US' } = this.#options;
    const services: Services = { get: (type) => this.#service(type) };
    return {
      clock: this.#clock,
      random: this.#random,
      ui,
      files: this.#files,
      services,
      interrupt,
      environment: this.#environment.variables,
      culture,
      uiCulture: culture,
      commit: () => this.commit(),
    };
  }

  #service<T extends object>(type: { readonly prototype: T }): T {
    const make = this.#services.get(type);
    if (!make) throw new Error(`The session has no service of the class ${String((type as { name?: string }).name)}.`);
    return make() as T;
  }

  #makeFiles(server = () => this.server): SandboxFiles {
    const world = () => this.#openWorld();
    const place = () => this.#places.place;
    return new SandboxFiles({
      world,
      server,
      flushLogs: () => this.#keeper.flushLogs(),
      get contents() {
        return place().contents;
      },
      record: (change, action) => withSandboxErrors(() => this.#keeper.recordFile(change, action)),
      make: () =>
        this.#options.files({
          get part() {
            return place().path;
          },
          get server() {
            return server();
          },
          machine: (name) => world().findMachine(name)?.name,
          nowTicks: () => this.#clock.nowTicks(),
        }),
    });
  }

  get #keeper(): WorldKeeper {
    return this.#places.place.keeper;
  }

  /** The shell goes on in another world. */
  #move(lab: QuietOptions | undefined): void {
    withSandboxErrors(() => this.#places.go(lab));
    this.#remote.closeAll();
    this.#files.moved();
    this.#random.restart();
    this.#worldChanged();
    this.#ownEngine.execute('Set-Location C:\\', { sink: { write: () => undefined } });
  }

  #worldChanged(): void {
    this.#server = undefined;
    this.#clock.restart();
    this.#environment.refresh();
  }

  #labSession(): LabSession {
    const session = this;
    const { folder, culture = 'en-US', monotonicMs } = this.#options;
    return {
      ...{ folder, culture, monotonicMs },
      realTime: () => this.#realTime(),
      open: (options) => this.#openQuietly(options),
      move: (to) => this.#move(to),
      note: (text) => {
        const { store, world } = this.#places.place.keeper;
        const entry = { kind: 'Lab' as const, text, realTime: this.#realTime() };
        withSandboxErrors(() => store.record({ at: world.now, entry }, () => {}));
      },
      get place() {
        return session.#places.place;
      },
      get host() {
        return session.#ownEngine.host;
      },
      get server() {
        return session.server;
      },
      get isRemote() {
        return session.#enteredEngine !== undefined;
      },
    };
  }

  /** A session without history and screen in a folder of this sandbox, which is open. */
  #openQuietly(options: QuietOptions): QuietSession {
    this.#openWorld();
    const folder = new SubFolder(this.#options.folder, options.path, true);
    const sheet = new AnswerSheet();
    const inner = new Session(quietOptions(this.#options, { ...options, folder, labControl: sheet }));
    return {
      get world() {
        return inner.#openWorld();
      },
      get server() {
        return inner.server;
      },
      get place() {
        return inner.#places.place;
      },
      host: inner.#ownEngine.host,
      answers: sheet.answers,
      runQuietly: (script) => inner.#runQuietly(script),
      close: () => inner.close(),
    };
  }

  #runQuietly(script: string): string[] {
    const errors: string[] = [];
    this.run(script, {
      sink: {
        write: (value) => {
          if (value instanceof ErrorRecord) errors.push(value.exception.message);
        },
      },
    });
    this.commit();
    return errors;
  }

  #timeTravel(): SandboxControl {
    this.#openWorld();
    const { keeper, folder, path } = this.#places.place;
    return new TimeTravel({
      keeper,
      folder,
      isLab: path !== '',
      warn: this.#options.warn,
      entry: () => this.#entry('Cmdlet'),
      realTime: () => this.#realTime(),
      worldChanged: () => this.#worldChanged(),
    });
  }

  #openWorld(): World {
    const isOpen = this.#places.current?.keeper.worldIfOpen !== undefined;
    const world = withSandboxErrors(() => this.#keeper.world);
    if (!isOpen) this.#clock.restart();
    return world;
  }

  /** The machine that the shell sits on. */
  get server(): string {
    if (this.#server === undefined) {
      const world = this.#openWorld();
      const found = this.#places.serverIn(world);
      if (found === undefined)
        throw new SessionError(
          'ServerNotFound',
          `There is no server '${this.#options.server}' in the organization ${world.organizationName}.`,
        );
      this.#server = found;
    }
    return this.#server;
  }

  /** Opens the sandbox now. Throws an error for which `isSandboxFault` holds when that is not possible. */
  open(): void {
    this.#keeper.open();
    if (this.#options.server === undefined || this.#places.isInLab) return;
    try {
      this.#server = this.server;
    } catch (error) {
      this.#keeper.close();
      throw error;
    }
  }

  /** Runs what was typed, or a whole command or script text, as the shell does: output through Out-Default. */
  run(text: string, options: ExecuteOptions = {}): ExecuteResult {
    this.#settle();
    this.#runningText = text;
    this.#entered = undefined;
    const { engine } = this;
    const before = newestError(engine);
    try {
      const result = engine.execute(text, options);
      const { followsRealTime: isTyped, ui } = this.#options;
      if (!options.sink) showSuggestions({ engine, text, before, isTyped, ui });
      // `exit` in an entered session leaves it, not the shell.
      return result.exited && this.#remote.leave() ? { ...result, exited: false } : result;
    } finally {
      this.#runningText = undefined;
    }
  }

  /** Runs what was entered at the prompt or piped in, and remembers it for Get-History. */
  enter(text: string): ExecuteResult {
    const start = new DateTime(this.#clock.nowTicks());
    const began = this.#places.current?.keeper.worldIfOpen?.now ?? 0;
    const result = this.run(text);
    const history = historyOf(this.engine);
    if (text.trim() !== '')
      history.add(text, result.exitCode === 0 ? 'Completed' : 'Failed', start, new DateTime(this.#clock.nowTicks()));
    this.#coach(text, began);
    return result;
  }

  /** In a lab, what was typed is kept for the debrief, and a guided one shows its next step. */
  #coach(text: string, began: number): void {
    if (!this.#places.isInLab) return;
    const step = this.#labs.typed(text, began);
    if (step !== undefined) this.#options.ui.write(`\n${step}\n\n`);
  }

  /** The lab that is open, and its time of day, for the prompt; undefined outside of labs. */
  get lab(): { name: string; time: string } | undefined {
    const name = this.#places.isInLab ? this.#labs.current : undefined;
    return name === undefined ? undefined : { name, time: timeOfDay(this.#clock.nowTicks()) };
  }

  /** True when the first lab has been begun at least once: the tour need not be offered any more. */
  get knowsLabs(): boolean {
    return this.#labs.attempts().length > 0;
  }

  /** Virtual time catches up with real time before anything looks. A fault here shows at the command that needs the world. */
  #settle(): void {
    if (this.#options.followsRealTime) withSandboxErrors(() => this.#clock.settle());
  }

  /** To be called every now and then while a typed session waits: what has become due in virtual time happens. */
  catchUp(): void {
    if (!this.#options.followsRealTime) return;
    this.#clock.settleIfDue();
    this.commit();
  }

  /** Everything acknowledged so far survives a power failure when this returns. */
  commit(): void {
    withSandboxErrors(() => this.#places.current?.keeper.commit());
  }

  /** Ends the session and lets go of the sandbox. */
  close(): void {
    this.#places.current?.keeper.close();
  }

  #realTime(): string {
    return new Date(this.#options.wallClockMs()).toISOString();
  }

  #entry(kind: HistoryKind): EntryStart {
    const text = runningStatement(this.engine)?.text ?? this.#runningText ?? '';
    return { kind, text: historyText(text), realTime: this.#realTime() };
  }

  /** The entry that begins with this input; undefined when the statement that runs has one already. */
  #nextEntry(input: WorldInput | undefined): EntryStart | undefined {
    if (this.#runningText === undefined || this.#options.withoutHistory) return undefined;
    const statement = runningStatement(this.engine);
    const entered = this.#entered;
    if (entered && entered.frame === statement?.frame && entered.start === statement?.start) return undefined;
    this.#entered = statement;
    return this.#entry(input ? historyKind(input) : 'Cmdlet');
  }
}

export function openSession(options: SessionOptions): Session {
  return new Session(options);
}
