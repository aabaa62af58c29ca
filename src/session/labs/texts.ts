// What labs say to a learner beside their own texts, in English and Japanese.

import { joined } from '../../../state/schema/lab.ts';
import type { LabText } from '../../../state/schema/lab-goals.ts';

export type Language = 'en' | 'ja';

export const languageOf = (uiCulture: string): Language => (uiCulture.toLowerCase().startsWith('ja') ? 'ja' : 'en');

/** A lab's text in the learner's language. */
export const inLanguage = (text: LabText, language: Language): string => joined(text[language]);

const english = {
  lab: 'Lab',
  level: 'level',
  goals: 'Goals',
  forbidden: 'Not allowed here',
  questions: 'Questions (Set-LabAnswer)',
  commands:
    'Test-Lab checks your work (as often as you like), Get-LabHint helps, Stop-Lab ends the lab and explains it. Start-Lab with -Restart begins it again.',
  resumed: 'You are back in this lab; it is as you left it. Start-Lab with -Restart begins it again.',
  step: 'Step',
  of: 'of',
  stepsDone: 'That was the last step. Stop-Lab ends the lab and explains what was wrong.',
  debrief: 'Debrief',
  passed: 'passed',
  notPassed: 'not passed',
  time: 'Time',
  hints: 'Hints used',
  cause: 'What was wrong',
  solution: 'A way to solve it',
  otherSolutions: 'Other ways',
  yours: 'What you did',
  nothing: '(nothing)',
  documentation: 'Read on',
  back: 'Your own sandbox is as you left it.',
};

const japanese: typeof english = {
  lab: 'ラボ',
  level: 'レベル',
  goals: '目標',
  forbidden: 'このラボで禁止されていること',
  questions: '質問 (Set-LabAnswer)',
  commands:
    'Test-Lab で作業を確認できます (何度でも)。Get-LabHint でヒントを表示し、Stop-Lab でラボを終えて解説を読みます。Start-Lab -Restart で最初からやり直せます。',
  resumed: 'このラボの続きです。前回のままの状態です。Start-Lab -Restart で最初からやり直せます。',
  step: '手順',
  of: '/',
  stepsDone: '以上で手順は終わりです。Stop-Lab でラボを終えて、原因の解説を読みましょう。',
  debrief: '解説',
  passed: '合格',
  notPassed: '不合格',
  time: '時間',
  hints: '使用したヒント',
  cause: '原因',
  solution: '解決方法の例',
  otherSolutions: 'その他の方法',
  yours: 'あなたの操作',
  nothing: '(なし)',
  documentation: '参考資料',
  back: '元のサンドボックスは離れたときのままです。',
};

export const texts = (language: Language): typeof english => (language === 'ja' ? japanese : english);

/** `08:20:14` of an instant in .NET ticks. */
export function timeOfDay(ticks: bigint): string {
  const seconds = Number((ticks / 10_000_000n) % 86_400n);
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`;
}
