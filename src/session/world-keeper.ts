// The world of a session together with its sandbox folder: opened when something first asks for it, every input journaled before it
// is applied, log files flushed where somebody may look.

import type { InputResult, WorldInput } from '../../state/schema/inputs.ts';
import type { OrganizationData } from '../../state/schema/organization.ts';
import { parseOrganization } from '../../state/schema/organization-validation.ts';
import { collectionNames, type SnapshotHead, type WorldSnapshot } from '../../state/schema/snapshot.ts';
import type { EntryStart, FileChange, JournalRecord, Json, Origin } from '../../state/store/journal-record.ts';
import { SandboxStore } from '../../state/store/sandbox-store.ts';
import { StorageError, type StorageFolder, type StorageLock } from '../../state/store/storage-folder.ts';
import type { SavedState, StoredModel } from '../../state/store/stored-model.ts';
import { TransportLogs } from '../logs/transport-logs.ts';
import { World } from '../transport/world.ts';
import { WorldError } from '../transport/world-error.ts';
import { DriveEffects, makeDrives } from './drive-effects.ts';
import { type OrganizationSource, SessionError } from './options.ts';
import { withSandboxErrors } from './sandbox-errors.ts';

export interface KeeperOptions {
  folder: StorageFolder;
  organizations: OrganizationSource;
  organization?: string;
  seed?: number;
  warn(text: string): void;
  monotonicMs(): number;
  /** What the history is to call the command that runs now; undefined when it has its entry already. */
  nextEntry(input: WorldInput | undefined): EntryStart | undefined;
  /** Changes a user's file on the drives back or forth. */
  changeFile(change: FileChange, direction: 'undo' | 'redo'): void;
}

const defaultOrganization = 'Contoso';

export class WorldKeeper implements StoredModel {
  readonly #options: KeeperOptions;
  readonly #effects: DriveEffects;
  #world: World | undefined;
  #logs: TransportLogs | undefined;
  #store: SandboxStore | undefined;
  /** Time that repeating the journal took. */
  #repeatedMs = 0;
  /** The world's own apply, without the journal. */
  #apply: (input: WorldInput) => InputResult = () => ({});

  constructor(options: KeeperOptions) {
    this.#options = options;
    this.#effects = new DriveEffects(options.folder, () => this.#world?.now);
  }

  get worldIfOpen(): World | undefined {
    return this.#store ? this.#world : undefined;
  }

  /** Opens the sandbox when it is not open yet. */
  get world(): World {
    this.open();
    return this.#world!;
  }
  get logs(): TransportLogs {
    this.open();
    return this.#logs!;
  }
  get store(): SandboxStore {
    this.open();
    return this.#store!;
  }

  open(): void {
    if (this.#store) return;
    const { folder, warn, organization = defaultOrganization, seed } = this.#options;
    folder.ensure();
    const lock = folder.lock();
    try {
      this.#repeatedMs = 0;
      this.#store = this.#openStore(lock, organization, seed, warn);
      this.#store.addWork(this.#repeatedMs);
      this.#checkOrganization();
    } catch (error) {
      this.#store = undefined;
      lock.release();
      throw error;
    }
  }

  #openStore(
    lock: StorageLock,
    organization: string,
    seed: number | undefined,
    warn: (text: string) => void,
  ): SandboxStore {
    const origin: Origin = { organization, seed: seed ?? -1 };
    return new SandboxStore(this.#options.folder, this, { origin: this.#completed(origin), warn, lock });
  }

  /** A new sandbox's origin with the names and numbers of the organisation; an unknown one is told when it is really needed. */
  #completed(origin: Origin): Origin {
    const text = this.#options.organizations.read(origin.organization);
    if (text === undefined) return { ...origin, seed: Math.max(0, origin.seed) };
    const data = JSON.parse(text) as OrganizationData;
    return { organization: data.name, seed: origin.seed < 0 ? data.seed : origin.seed };
  }

  /** -Organization on a sandbox that began as another one is a mistake, not a wish. */
  #checkOrganization(): void {
    const { organization, folder } = this.#options;
    if (organization === undefined) return;
    const wanted = organization.toLowerCase();
    const started = this.#store!.origin.organization;
    if (wanted === started.toLowerCase() || wanted === this.#world!.organizationName.toLowerCase()) return;
    this.#store!.abandon();
    throw new SessionError(
      'SandboxOfOtherOrganization',
      `The sandbox '${folder.name}' was started from the organization ${started}, not ${organization}. Name another folder with -State, or leave out -Organization.`,
    );
  }

  // ---- what the store asks of its model

  create(origin: Origin, goingBack = false): void {
    const { folder } = this.#options;
    const before = goingBack ? this.#machineNames() : [];
    const data = this.organization(origin.organization);
    this.#logs?.close();
    this.#logs = new TransportLogs(folder, () => this.#world!);
    this.#take(World.create(data, { logs: this.#logs, disk: this.#effects }, origin.seed));
    makeDrives(folder, this.#world!, data.directories);
    this.#effects.stampWritten(this.#world!.now);
    if (goingBack) this.#cutLogs(before);
  }

  restore(saved: SavedState, goingBack = false): void {
    const before = goingBack ? this.#machineNames() : [];
    this.#logs?.close();
    this.#logs = new TransportLogs(this.#options.folder, () => this.#world!, saved.logs);
    const collections = Object.fromEntries(collectionNames.map((name) => [name, saved.collections[name] ?? []]));
    const snapshot = { head: saved.world as unknown as SnapshotHead, collections } as WorldSnapshot;
    this.#take(World.restore(snapshot, { logs: this.#logs, disk: this.#effects }));
    if (goingBack) this.#cutLogs(before);
  }

  #machineNames(): string[] {
    return this.#world?.machines().map(({ name }) => name) ?? [];
  }

  /** Takes away what the logs of machines, of this world and the one before, say of times that have not been yet. */
  #cutLogs(before: string[]): void {
    this.#logs!.cutBack([...new Set([...before, ...this.#machineNames()])], this.#world!.now);
  }

  /** A world of its own, without files and journal, brought to a state of the history. */
  scratch(head: WorldSnapshot | Origin): World {
    const effects = { logs: { append() {} }, disk: { write() {}, remove() {} } };
    if ('head' in head) return World.restore(head, effects);
    return World.create(this.organization(head.organization), effects, head.seed);
  }

  /** An organisation as data. Throws SessionError when there is none of that name. */
  organization(name: string): OrganizationData {
    const { organizations } = this.#options;
    const text = organizations.read(name);
    if (text !== undefined) return parseOrganization(JSON.parse(text));
    throw new SessionError(
      'OrganizationNotFound',
      `There is no organization '${name}'. Known ones: ${organizations.names().join(', ')}.`,
    );
  }

  replay(record: JournalRecord): void {
    if (record.input === undefined) return;
    const input = record.input as unknown as WorldInput;
    const began = this.#options.monotonicMs();
    this.#apply(input);
    this.#repeatedMs += this.#options.monotonicMs() - began;
    // A file that a user took away must not come back by an effect that is repeated.
    if (input.kind === 'file' && input.text === null) this.#effects.remove(input.server, input.path);
  }

  changeFile(change: FileChange, direction: 'undo' | 'redo'): void {
    this.#options.changeFile(change, direction);
  }

  save(): SavedState {
    const world = this.#world!;
    const { head, collections } = world.snapshot();
    this.#effects.sync();
    return { world: head as unknown as Json, collections, logs: this.#logs!.save(world.now), at: world.now };
  }

  /** Makes this world the present one and puts the journal before its apply. */
  #take(world: World): void {
    this.#world = world;
    const apply = world.apply.bind(world);
    this.#apply = (input) => {
      const result = apply(input);
      // Paths, sizes and switches of the logs are settings too.
      if (input.kind.startsWith('config.') || input.kind === 'machine.set') this.#logs!.configurationChanged();
      return result;
    };
    world.apply = (input) => withSandboxErrors(() => this.#journaled(input));
  }

  #journaled(input: WorldInput): InputResult {
    const store = this.#store!;
    const world = this.#world!;
    // What is repeated later is the JSON of the input, so that is what is applied now.
    const plain = JSON.parse(JSON.stringify(input)) as WorldInput;
    const entry = this.#options.nextEntry(plain);
    const began = this.#options.monotonicMs();
    try {
      return store.record({ at: world.now, input: plain as unknown as Json, ...(entry && { entry }) }, () =>
        this.#apply(plain),
      );
    } catch (error) {
      if (!(error instanceof WorldError) && !(error instanceof StorageError)) this.#giveUp();
      throw error;
    } finally {
      store.addWork(this.#options.monotonicMs() - began);
    }
  }

  /** A user's change of a file on the drives: recorded, then done. */
  recordFile(change: FileChange, action: () => void): void {
    const { store } = this;
    const entry = this.#options.nextEntry(undefined);
    store.record({ at: this.#world!.now, files: [change], ...(entry && { entry }) }, action);
  }

  /** Our own fault in the middle of a change: the world in memory cannot be trusted, the folder has the state before it. */
  #giveUp(): void {
    this.#store?.abandon();
    this.#store = undefined;
    this.#world = undefined;
  }

  // ---- the session's side

  /** Everything done so far is durable and visible when this returns. */
  commit(): void {
    if (!this.#store) return;
    this.#store.commit();
    this.flushLogs();
  }

  /**
   * What the world has logged so far is in the files: before somebody looks. Logs that cannot be written are written later, or made
   * again from the journal.
   */
  flushLogs(): void {
    try {
      this.#effects.flush();
      this.#logs?.flush();
    } catch (error) {
      if (!(error instanceof StorageError)) throw error;
      this.#options.warn(`A log could not be written: ${error.message} It is completed when there is room again.`);
    }
  }

  close(): void {
    const store = this.#store;
    if (!store) return;
    this.#store = undefined;
    try {
      store.close();
      this.#logs?.close();
    } catch (error) {
      if (!(error instanceof StorageError)) throw error;
      this.#options.warn(error.message);
    }
  }
}
