// The journal file: one line a record, each with the checksum of its text, appended and synced before anything is acknowledged.
//
//   {"crc":"1c2d3e4f","record":{…}}
//
// The first line is the header. A line is written with one call; a torn last line and a damaged line in the middle are told apart.

import { checksumText, crc32 } from './checksum.ts';
import type { JournalHeader, JournalRecord } from './journal-record.ts';
import { journalHeaderProblem, journalRecordProblem } from './schema.ts';
import type { AppendFile, StorageFolder } from './storage-folder.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const prefix = '{"crc":"00000000","record":';
const checksumOffset = 8;
const lineFeed = 10;
const closingBrace = 125;

/** The line of a record or header, with its line end. */
export function encodeLine(record: JournalRecord | JournalHeader): Uint8Array {
  const line = encoder.encode(`${prefix}${JSON.stringify(record)}}\n`);
  const checksum = checksumText(crc32(line, prefix.length, line.length - 2));
  for (let index = 0; index < 8; index++) line[checksumOffset + index] = checksum.charCodeAt(index);
  return line;
}

/** The value of one line (without its line end), or the rule it breaks. */
function decodeLine(bytes: Uint8Array, start: number, end: number): { value: unknown } | { rule: string } {
  if (end - start < prefix.length + 3) return { rule: 'a line is an object with "crc" and "record"' };
  const head = decoder.decode(bytes.subarray(start, start + prefix.length));
  if (!/^\{"crc":"[0-9a-f]{8}","record":$/.test(head)) return { rule: 'a line begins with {"crc":"…","record":' };
  if (bytes[end - 1] !== closingBrace) return { rule: 'a line ends with }' };
  const expected = head.slice(checksumOffset, checksumOffset + 8);
  const actual = checksumText(crc32(bytes, start + prefix.length, end - 1));
  if (actual !== expected) return { rule: `the checksum ${expected} must be that of the record (${actual})` };
  try {
    return { value: JSON.parse(decoder.decode(bytes.subarray(start + prefix.length, end - 1))) };
  } catch (error) {
    return { rule: `a record is JSON (${(error as Error).message})` };
  }
}

export interface JournalProblem {
  /** `torn`: the last line was being written when the machine stopped; `damaged`: anything else. */
  kind: 'torn' | 'damaged';
  /** Counted from 1. */
  line: number;
  rule: string;
  /** Lines from the first bad one to the end, and where they begin. */
  droppedLines: number;
  offset: number;
}

export interface JournalContent {
  header: JournalHeader | undefined;
  records: JournalRecord[];
  problem: JournalProblem | undefined;
}

/** Reads what is good of a journal file: everything before the first bad line. */
export function decodeJournal(bytes: Uint8Array): JournalContent {
  const content: JournalContent = { header: undefined, records: [], problem: undefined };
  let line = 0;
  let last = 0;
  for (let start = 0; start < bytes.length; ) {
    line++;
    let end = bytes.indexOf(lineFeed, start);
    const complete = end >= 0;
    if (!complete) end = bytes.length;
    const decoded = decodeLine(bytes, start, end);
    let rule = 'rule' in decoded ? decoded.rule : complete ? undefined : 'a line ends with a line feed';
    if ('value' in decoded && rule === undefined) {
      if (line === 1) {
        rule = journalHeaderProblem(decoded.value);
        if (rule === undefined) {
          content.header = decoded.value as JournalHeader;
          last = content.header.after;
        }
      } else {
        rule = journalRecordProblem(decoded.value);
        const record = decoded.value as JournalRecord;
        if (rule === undefined && record.sequence !== last + 1)
          rule = `sequence must be ${last + 1}, not ${record.sequence}`;
        if (rule === undefined) {
          content.records.push(record);
          last = record.sequence;
        }
      }
    }
    if (rule !== undefined) {
      const droppedLines = countLines(bytes, start);
      const kind = !complete && line > 1 ? 'torn' : 'damaged';
      content.problem = { kind, line, rule, droppedLines, offset: start };
      return content;
    }
    start = end + 1;
  }
  if (line === 0)
    content.problem = { kind: 'damaged', line: 1, rule: 'the first line is the header', droppedLines: 0, offset: 0 };
  return content;
}

function countLines(bytes: Uint8Array, start: number): number {
  let count = 0;
  for (let at = start; at < bytes.length; count++) {
    const end = bytes.indexOf(lineFeed, at);
    at = end < 0 ? bytes.length : end + 1;
  }
  return count;
}

/** The journal while the sandbox is open. */
export class Journal {
  /** Bytes of the file. */
  get length(): number {
    return this.file.length;
  }

  private readonly file: AppendFile;
  private synced = true;

  private constructor(file: AppendFile) {
    this.file = file;
  }

  /** Begins a new file; it is durable with its header when this returns. */
  static create(folder: StorageFolder, path: string, header: JournalHeader): Journal {
    folder.writeAtomic(path, encodeLine(header));
    return new Journal(folder.openAppend(path));
  }

  static reopen(folder: StorageFolder, path: string): Journal {
    return new Journal(folder.openAppend(path));
  }

  /** Written, so that it survives the end of this process; `sync` makes it survive a power failure. */
  append(record: JournalRecord): void {
    this.file.append(encodeLine(record));
    this.synced = false;
  }

  sync(): void {
    if (this.synced) return;
    this.file.sync();
    this.synced = true;
  }

  /** Takes back the last records, which nobody was told of. */
  truncate(length: number): void {
    this.file.truncate(length);
    this.synced = false;
  }

  close(): void {
    this.file.close();
  }
}
