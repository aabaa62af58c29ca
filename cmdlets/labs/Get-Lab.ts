// Get-Lab.

import type { LabSummary } from '../../state/store/lab-control.ts';
import { selectAny } from '../sandbox/support/selection.ts';
import { attemptLab, completeLabs, labCmdlet, labObject, labsOf } from './support.ts';

export default labCmdlet({
  name: 'Get-Lab',
  synopsis: 'Lists the labs: broken organisations to repair, from first steps to hard.',
  description:
    'State is New, Started or Passed. BestTime is virtual time from the start to the pass, plus five minutes for every hint. Start-Lab opens a lab; begin with first-steps, which leads you by the hand.',
  parameters: {
    Name: {
      type: 'string[]',
      aliases: ['Identity'],
      position: 0,
      pipeline: 'both',
      wildcards: true,
      help: 'Labs by name.',
      complete: (host) => completeLabs(host),
    },
    Level: { type: 'int[]', help: 'Only labs of these levels, 1 (first steps) to 5 (hard).' },
  },
  outputs: ['Hubshell.Labs.Lab'],
  examples: [{ script: 'Get-Lab -Level 1' }, { script: '(Get-Lab first-steps).State', output: 'New' }],
  create: (cmdlet) => ({
    process() {
      const { Name: names, Level: levels } = cmdlet.args;
      const labs = attemptLab(cmdlet, names?.[0] ?? null, () => labsOf(cmdlet).labs());
      const selection = { kind: 'lab', all: labs ?? [], names: (lab: LabSummary) => [lab.name] };
      for (const lab of selectAny(cmdlet, names, selection))
        if (levels === undefined || levels.includes(lab.level)) cmdlet.write(labObject(lab));
    },
  }),
});
