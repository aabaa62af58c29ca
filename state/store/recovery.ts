// Reading what a sandbox folder holds when something may be wrong with it: damaged files are told apart from good ones, set aside
// under a visible name and told of. A file is always copied or renamed, and the good part of it durable, before anything goes on.

import { DamagedFileError } from './damage.ts';
import { decodeJournal, encodeLine, type JournalContent } from './journal.ts';
import type { JournalHeader, JournalRecord } from './journal-record.ts';
import { setAside, setPieceAside } from './set-aside.ts';
import { decodeSnapshot, type SnapshotDocument } from './snapshot.ts';
import type { StorageFolder } from './storage-folder.ts';

export const journalFile = 'journal.jsonl';
export const archiveFolder = 'history';

/** File for the finished part of the journal that ends with the record `last`. */
export function archiveFile(last: number): string {
  return `${archiveFolder}/journal-${String(last).padStart(9, '0')}.jsonl`;
}

/** Takes a sentence or two for the user: what was found wrong and what became of it. */
export type Warn = (text: string) => void;

/** A journal file as far as it is good. */
export interface JournalState {
  header: JournalHeader | undefined;
  records: JournalRecord[];
}

/** Reads a journal file. What is damaged is set aside; the good part stays in its place. */
export function readJournal(folder: StorageFolder, file: string, warn: Warn): JournalState {
  const bytes = folder.read(file);
  if (!bytes) return { header: undefined, records: [] };
  const content = decodeJournal(bytes);
  if (content.problem) repairJournal(folder, file, bytes, content, warn);
  return { header: content.header, records: content.records };
}

function repairJournal(
  folder: StorageFolder,
  file: string,
  bytes: Uint8Array,
  content: JournalContent,
  warn: Warn,
): void {
  const { offset, line, rule, droppedLines, kind } = content.problem!;
  const kept = countText(content.records.length, 'recorded change');
  const place = `'${file}' of the sandbox '${folder.name}'`;
  if (content.header === undefined) {
    const name = setAside(folder, file);
    warn(`The file ${place} is damaged at line ${line}: ${rule}. It was set aside as '${name}'.`);
    return;
  }
  if (kind === 'torn') {
    const name = setPieceAside(folder, file, bytes.subarray(offset));
    warn(
      `The last line of ${place} was not completely written; the change in it was never reported as done and is dropped. Kept: ${kept} before it. The piece was set aside as '${name}'.`,
    );
  } else {
    const name = setPieceAside(folder, file, bytes);
    warn(
      `The file ${place} is damaged at line ${line}: ${rule}. It was set aside as '${name}'. Recovered: ${kept} before the damage. Lost: ${countText(droppedLines, 'line')} from there on.`,
    );
  }
  folder.writeAtomic(file, bytes.slice(0, offset));
}

/** Keeps only records up to `last` in the current journal; the whole of it is set aside first. Returns the name given to it. */
export function cutJournal(folder: StorageFolder, state: JournalState, last: number): string {
  const name = setPieceAside(folder, journalFile, folder.read(journalFile) ?? new Uint8Array(0));
  state.records = state.records.filter((record) => record.sequence <= last);
  if (state.header && state.header.after <= last)
    folder.writeAtomic(journalFile, [encodeLine(state.header), ...state.records.map(encodeLine)]);
  else folder.remove(journalFile);
  return name;
}

/** The snapshot in a file, or undefined when there is none; a damaged one is set aside and told of. */
export function readSnapshot(folder: StorageFolder, file: string, warn: Warn): SnapshotDocument | undefined {
  const bytes = folder.read(file);
  if (!bytes) return undefined;
  try {
    return decodeSnapshot(bytes, file);
  } catch (error) {
    if (!(error instanceof DamagedFileError)) throw error;
    const name = setAside(folder, file);
    warn(
      `The file '${file}' of the sandbox '${folder.name}' is damaged: ${error.rule}. It was set aside as '${name}'.`,
    );
    return undefined;
  }
}

export interface RecordsFound {
  /** Records that follow one another without a gap. */
  records: JournalRecord[];
  /** Later records exist, but some between are missing. */
  gap: boolean;
  firstHeader: JournalHeader | undefined;
}

/** All records after `sequence`, from the archived parts where needed and the current journal. */
export function recordsAfter(folder: StorageFolder, sequence: number, current: JournalState, warn: Warn): RecordsFound {
  const found: RecordsFound = { records: [], gap: false, firstHeader: undefined };
  let last = sequence;
  const take = (record: JournalRecord) => {
    if (record.sequence <= last) return;
    if (record.sequence !== last + 1) {
      found.gap = true;
      return;
    }
    found.records.push(record);
    last = record.sequence;
  };
  if (current.header === undefined || current.header.after > sequence)
    for (const archive of readArchives(folder, warn)) {
      found.firstHeader ??= archive.header;
      for (const record of archive.records) take(record);
    }
  for (const record of current.records) take(record);
  if (current.header && current.header.after > last) found.gap = true;
  return found;
}

/** The archived parts of the journal, oldest first. */
export function* readArchives(folder: StorageFolder, warn: Warn): Generator<JournalState> {
  for (const name of folder.list(archiveFolder))
    if (/^journal-\d+\.jsonl$/.test(name)) yield readJournal(folder, `${archiveFolder}/${name}`, warn);
}

/** After a gap: archived parts that cannot follow are set aside, so that new records cannot be mistaken for theirs. */
export function setArchivesAside(folder: StorageFolder, last: number): void {
  for (const name of folder.list(archiveFolder)) {
    const match = /^journal-(\d+)\.jsonl$/.exec(name);
    if (!match) continue;
    const { header, records } = decodeJournal(folder.read(`${archiveFolder}/${name}`)!);
    if (header === undefined || (records.at(-1)?.sequence ?? header.after) > last)
      setAside(folder, `${archiveFolder}/${name}`);
  }
}

/** Every record of the sandbox's life, as far as its files go back. */
export function allRecords(folder: StorageFolder, warn: Warn): JournalRecord[] {
  const current = readJournal(folder, journalFile, warn);
  return recordsAfter(folder, 0, { header: undefined, records: current.records }, warn).records;
}

export function countText(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
