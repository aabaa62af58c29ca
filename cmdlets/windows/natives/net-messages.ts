// What net.exe prints, in English and Japanese (facts/outputs 8.4 and 11).

export interface NetMessages {
  stopping(display: string): string;
  stopped(display: string): string;
  starting(display: string): string;
  started(display: string): string;
  notStarted(display: string): string;
  couldNotStart(display: string): string;
  alreadyStarted: string;
  invalidName: string;
  noError: string;
  disabled: string[];
  help(number: number): string;
  dependents(display: string): string[];
  question: string;
  startedList: string;
  completed: string;
}

const english: NetMessages = {
  stopping: (display) => `The ${display} service is stopping`,
  stopped: (display) => `The ${display} service was stopped successfully.`,
  starting: (display) => `The ${display} service is starting`,
  started: (display) => `The ${display} service was started successfully.`,
  notStarted: (display) => `The ${display} service is not started.`,
  couldNotStart: (display) => `The ${display} service could not be started.`,
  alreadyStarted: 'The requested service has already been started.',
  invalidName: 'The service name is invalid.',
  noError: 'The service did not report an error.',
  disabled: [
    'System error 1058 has occurred.',
    '',
    'The service cannot be started, either because it is disabled or because it has no enabled devices associated with it.',
  ],
  help: (number) => `More help is available by typing NET HELPMSG ${number}.`,
  dependents: (display) => [
    `The following services are dependent on the ${display} service.`,
    `Stopping the ${display} service will also stop these services.`,
  ],
  question: 'Do you want to continue this operation? (Y/N) [N]: ',
  startedList: 'These Windows services are started:',
  completed: 'The command completed successfully.',
};

const japanese: NetMessages = {
  ...english,
  stopping: (display) => `${display} サービスを停止中です`,
  stopped: (display) => `${display} サービスは正常に停止されました。`,
  starting: (display) => `${display} サービスを開始します`,
  started: (display) => `${display} サービスは正常に開始されました。`,
  notStarted: (display) => `${display} サービスは開始されていません。`,
  alreadyStarted: '要求したサービスは既に開始されています。',
  invalidName: 'サービス名が無効です。',
  help: (number) => `NET HELPMSG ${number} と入力すると、より詳しい説明が得られます。`,
  question: 'この操作を続行しますか? (Y/N) [N]: ',
};

export function netMessages(uiCulture: string): NetMessages {
  return uiCulture.toLowerCase().startsWith('ja') ? japanese : english;
}
