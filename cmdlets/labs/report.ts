// The trainer's report: one row an attempt, as JSON, CSV or a page to print, with a summary for each learner.

import type { LabAttempt } from '../../state/store/lab-control.ts';

export interface ReportRow extends LabAttempt {
  learner: string;
}

const format = 'hubshell lab report';

export function jsonReport(rows: readonly ReportRow[]): string {
  return `${JSON.stringify({ format, version: 1, summary: summaries(rows), attempts: rows }, undefined, 2)}\n`;
}

/** Rows of a JSON report; undefined when the text is none. */
export function readReport(text: string): ReportRow[] | undefined {
  try {
    const parsed = JSON.parse(text) as { format?: unknown; attempts?: unknown };
    if (parsed.format !== format || !Array.isArray(parsed.attempts)) return undefined;
    return parsed.attempts.every((row) => typeof row?.lab === 'string' && typeof row?.learner === 'string')
      ? (parsed.attempts as ReportRow[])
      : undefined;
  } catch {
    return undefined;
  }
}

export function timeText(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const days = Math.floor(seconds / 86_400);
  const time = `${two(Math.floor(seconds / 3600) % 24)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return days > 0 ? `${days}.${time}` : time;
}

const headings = [
  'Learner',
  'Lab',
  'Title',
  'Level',
  'Seed',
  'Passed',
  'Time',
  'HintsUsed',
  'Tests',
  'RealTime',
  'Started',
  'Ended',
];

function cells(row: ReportRow): string[] {
  const { learner, lab, title, level, seed, passed, timeMs, penaltyMs, realTimeMs, hintsUsed, tests, started, ended } =
    row;
  const times = [timeText(timeMs + penaltyMs), String(hintsUsed), String(tests), timeText(realTimeMs), started, ended];
  return [learner, lab, title, String(level), String(seed), passed ? 'True' : 'False', ...times];
}

/** Every field in quotation marks, as Export-Csv writes them; a formula stays text in a spreadsheet. */
export function csvReport(rows: readonly ReportRow[]): string {
  const quoted = (text: string) => `"${(/^[=+@-]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  return [headings, ...rows.map(cells)].map((line) => `${line.map(quoted).join(',')}\r\n`).join('');
}

interface Summary {
  learner: string;
  passed: number;
  started: number;
  hintsUsed: number;
  /** Best time of each passed lab, added up. */
  timeMs: number;
  labs: { name: string; title: string; level: number; passed: boolean; timeMs: number; hintsUsed: number }[];
}

/** One line a learner: the best attempt at each lab. */
export function summaries(rows: readonly ReportRow[]): Summary[] {
  const learners = [...new Set(rows.map(({ learner }) => learner))];
  return learners.map((learner) => {
    const own = rows.filter((row) => row.learner === learner);
    const labs = [...new Set(own.map(({ lab }) => lab))].map((name) => best(own.filter(({ lab }) => lab === name)));
    const passed = labs.filter((lab) => lab.passed);
    const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
    return {
      learner,
      passed: passed.length,
      started: labs.length,
      hintsUsed: sum(labs.map(({ hintsUsed }) => hintsUsed)),
      timeMs: sum(passed.map(({ timeMs }) => timeMs)),
      labs,
    };
  });
}

function best(attempts: ReportRow[]): Summary['labs'][number] {
  const order = (row: ReportRow) => (row.passed ? 0 : 1e15) + row.timeMs + row.penaltyMs;
  const [row] = [...attempts].sort((left, right) => order(left) - order(right));
  const { lab: name, title, level, passed, timeMs, penaltyMs, hintsUsed } = row!;
  return { name, title, level, passed, timeMs: timeMs + penaltyMs, hintsUsed };
}

export interface ReportTexts {
  title: string;
  certificate: (learner: string, passed: number, started: number) => string;
  headings: string[];
  yes: string;
  no: string;
}

export const reportTexts: Record<'en' | 'ja', ReportTexts> = {
  en: {
    title: 'Exchange transport labs',
    certificate: (learner, passed, started) => `${learner} has passed ${passed} of ${started} labs.`,
    headings: ['Lab', 'Level', 'Passed', 'Time', 'Hints'],
    yes: 'yes',
    no: 'no',
  },
  ja: {
    title: 'Exchange トランスポート ラボ',
    certificate: (learner, passed, started) => `${learner} さんは ${started} 件中 ${passed} 件のラボに合格しました。`,
    headings: ['ラボ', 'レベル', '合格', '時間', 'ヒント'],
    yes: '合格',
    no: '不合格',
  },
};

const style = `body{font-family:Georgia,"Yu Mincho",serif;max-width:46em;margin:2em auto;color:#222}
section{border:3px double #777;padding:1.5em 2em;margin-bottom:2em;page-break-inside:avoid}
h1{font-size:1.4em;letter-spacing:.05em}p.who{font-size:1.2em}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.25em .6em;border-bottom:1px solid #ccc}td.n{text-align:right}`;

/** A page with a sheet for each learner, to print as a certificate. */
export function htmlReport(rows: readonly ReportRow[], texts: ReportTexts, language: string): string {
  const sheets = summaries(rows)
    .map((summary) => sheet(summary, texts))
    .join('\n');
  return `<!DOCTYPE html>
<html lang="${language}"><head><meta charset="utf-8"><title>${escaped(texts.title)}</title><style>
${style}
</style></head><body>
${sheets}
</body></html>
`;
}

function sheet({ learner, passed, started, labs }: Summary, texts: ReportTexts): string {
  const body = labs
    .map(
      (lab) =>
        `<tr><td>${escaped(lab.title)} <small>(${escaped(lab.name)})</small></td><td class="n">${lab.level}</td><td>${lab.passed ? texts.yes : texts.no}</td><td class="n">${timeText(lab.timeMs)}</td><td class="n">${lab.hintsUsed}</td></tr>`,
    )
    .join('\n');
  const head = texts.headings.map((heading) => `<th>${escaped(heading)}</th>`).join('');
  return `<section><h1>${escaped(texts.title)}</h1>
<p class="who">${escaped(texts.certificate(learner, passed, started))}</p>
<table><thead><tr>${head}</tr></thead><tbody>
${body}
</tbody></table></section>`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => entities[character]!);
