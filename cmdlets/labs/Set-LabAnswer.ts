// Set-LabAnswer.

import { attemptLab, labCmdlet, labsOf } from './support.ts';

export default labCmdlet({
  name: 'Set-LabAnswer',
  synopsis: 'Answers a question of the open lab.',
  description:
    'Some labs ask what you found out. The questions stand in the story; Test-Lab says whether an answer is right.',
  supportsShouldProcess: true,
  defaultSet: 'Only',
  parameters: {
    Question: {
      type: 'int',
      mandatory: true,
      position: 0,
      sets: 'Numbered',
      validate: [{ kind: 'range', min: 1 }],
      help: 'Number of the question.',
    },
    Answer: {
      type: 'string',
      mandatory: true,
      sets: { Only: { position: 0, mandatory: true }, Numbered: { position: 1, mandatory: true } },
      help: 'The answer.',
    },
  },
  examples: [{ setup: 'Start-Lab lost-order | Out-Null', script: 'Set-LabAnswer EX02' }],
  create: (cmdlet) => ({
    end() {
      const { Question: question = 1, Answer: answer } = cmdlet.args;
      if (!cmdlet.shouldProcess(`Question ${question}`)) return;
      attemptLab(cmdlet, answer, () => labsOf(cmdlet).answer(question, answer));
    },
  }),
});
