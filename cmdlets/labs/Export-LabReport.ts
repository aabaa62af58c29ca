// Export-LabReport.

import type { CmdletContext } from '../../src/runtime/cmdlet.ts';
import { sandboxError } from '../sandbox/support/errors.ts';
import { csvReport, htmlReport, jsonReport, type ReportRow, readReport, reportTexts } from './report.ts';
import { attemptLab, fileObject, labCmdlet, labsOf, readText, writeText } from './support.ts';

export default labCmdlet({
  name: 'Export-LabReport',
  synopsis: 'Writes what was done in the labs into a file: JSON, CSV, or a page to print.',
  description:
    'The extension decides the form. A class: each learner exports JSON from their own sandbox, the trainer puts these into one report with -Report.',
  supportsShouldProcess: true,
  parameters: {
    Path: { type: 'string', mandatory: true, position: 0, help: 'File to write: .json, .csv or .html.' },
    Learner: {
      type: 'string',
      position: 1,
      help: 'Name that stands for this sandbox; by default the user of the shell.',
    },
    Report: { type: 'string[]', help: 'JSON reports of other learners that go into this one.' },
    Force: { type: 'switch', help: 'Replaces an existing file.' },
  },
  outputs: ['System.IO.FileInfo'],
  examples: [
    {
      setup: 'Start-Lab first-steps | Out-Null; Stop-Lab | Out-Null',
      script: '(Export-LabReport C:\\Temp\\labs.csv).Name\n(Import-Csv C:\\Temp\\labs.csv).Passed',
      output: 'labs.csv\nFalse',
    },
    { script: 'Export-LabReport C:\\Temp\\labs.html -Learner "Kenji Ito"' },
  ],
  create: (cmdlet) => ({
    end() {
      const { Path: path, Force: force = false } = cmdlet.args;
      const rows = collected(cmdlet);
      if (!rows || !cmdlet.shouldProcess(path)) return;
      const text = written(cmdlet, path, rows);
      if (text !== undefined && writeText(cmdlet, path, text, force)) cmdlet.write(fileObject(cmdlet, path));
    },
  }),
});

/** Attempts of this sandbox and of the given reports; undefined after an error. */
function collected(cmdlet: CmdletContext): ReportRow[] | undefined {
  const { Learner: learner = cmdlet.host.environment.get('USERNAME') ?? '', Report: reports = [] } = cmdlet.args;
  const own = attemptLab(cmdlet, null, () => labsOf(cmdlet).attempts());
  if (!own) return undefined;
  const rows: ReportRow[] = own.map((attempt) => ({ learner, ...attempt }));
  for (const path of reports as string[]) {
    const text = readText(cmdlet, path);
    if (text === undefined) return undefined;
    const more = readReport(text);
    if (!more) {
      sandboxError(cmdlet, 'SandboxInvalidValue', `The file '${path}' is no report of Export-LabReport in JSON.`, path);
      return undefined;
    }
    rows.push(...more);
  }
  return rows;
}

function written(cmdlet: CmdletContext, path: string, rows: ReportRow[]): string | undefined {
  const { language } = labsOf(cmdlet);
  const extension = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase();
  if (extension === 'json') return jsonReport(rows);
  if (extension === 'csv') return csvReport(rows);
  if (extension === 'html' || extension === 'htm') return htmlReport(rows, reportTexts[language], language);
  sandboxError(
    cmdlet,
    'SandboxInvalidValue',
    `The report can be .json, .csv or .html; '${path}' is none of these.`,
    path,
  );
  return undefined;
}
