// Formats of cultures: numbers and dates. Values as .NET 10 with ICU reports them.

export interface CultureData {
  name: string;
  englishName: string;
  nativeName: string;
  lcid: number;
  parent: string;
  language: string;
  threeLetter: string;
  decimalSeparator: string;
  groupSeparator: string;
  /** Digits of N, F and P without precision. */
  decimalDigits: number;
  currencySymbol: string;
  currencyDigits: number;
  currencyPositive: number;
  currencyNegative: number;
  percentPositive: number;
  percentNegative: number;
  infinity: string;
  shortDate: string;
  longDate: string;
  shortTime: string;
  longTime: string;
  monthDay: string;
  yearMonth: string;
  am: string;
  pm: string;
  dateSeparator: string;
  firstDay: number;
  weekRule: number;
  days: string[];
  shortDays: string[];
  shortestDays: string[];
  months: string[];
  shortMonths: string[];
}

const english = {
  language: 'en',
  threeLetter: 'eng',
  decimalSeparator: '.',
  groupSeparator: ',',
  decimalDigits: 3,
  currencyDigits: 2,
  currencyPositive: 0,
  currencyNegative: 1,
  percentPositive: 1,
  percentNegative: 1,
  infinity: '∞',
  am: 'AM',
  pm: 'PM',
  dateSeparator: '/',
  firstDay: 0,
  weekRule: 0,
};
function englishNames(): Pick<CultureData, 'days' | 'shortDays' | 'shortestDays' | 'months' | 'shortMonths'> {
  return {
    days: 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' '),
    shortDays: 'Sun Mon Tue Wed Thu Fri Sat'.split(' '),
    shortestDays: 'Su Mo Tu We Th Fr Sa'.split(' '),
    months: 'January February March April May June July August September October November December'.split(' '),
    shortMonths: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
  };
}

const makers: Record<string, () => CultureData> = {
  '': () => ({
    ...english,
    ...englishNames(),
    name: '',
    englishName: 'Invariant Language (Invariant Country)',
    nativeName: 'Invariant Language (Invariant Country)',
    lcid: 127,
    parent: '',
    language: 'iv',
    threeLetter: 'ivl',
    decimalDigits: 2,
    currencySymbol: '¤',
    currencyNegative: 0,
    percentPositive: 0,
    percentNegative: 0,
    infinity: 'Infinity',
    shortDate: 'MM/dd/yyyy',
    longDate: 'dddd, dd MMMM yyyy',
    shortTime: 'HH:mm',
    longTime: 'HH:mm:ss',
    monthDay: 'MMMM dd',
    yearMonth: 'yyyy MMMM',
  }),
  'en-us': () => ({
    ...english,
    ...englishNames(),
    name: 'en-US',
    englishName: 'English (United States)',
    nativeName: 'English (United States)',
    lcid: 1033,
    parent: 'en',
    currencySymbol: '$',
    shortDate: 'M/d/yyyy',
    longDate: 'dddd, MMMM d, yyyy',
    shortTime: 'h:mm\u202ftt',
    longTime: 'h:mm:ss\u202ftt',
    monthDay: 'MMMM d',
    yearMonth: 'MMMM yyyy',
  }),
  'en-gb': () => ({
    ...english,
    ...englishNames(),
    name: 'en-GB',
    englishName: 'English (United Kingdom)',
    nativeName: 'English (United Kingdom)',
    lcid: 2057,
    parent: 'en',
    currencySymbol: '£',
    shortDate: 'dd/MM/yyyy',
    longDate: 'dddd, d MMMM yyyy',
    shortTime: 'HH:mm',
    longTime: 'HH:mm:ss',
    monthDay: 'd MMMM',
    yearMonth: 'MMMM yyyy',
    am: 'am',
    pm: 'pm',
    firstDay: 1,
    weekRule: 2,
    shortMonths: 'Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec'.split(' '),
  }),
  'ja-jp': () => ({
    ...english,
    name: 'ja-JP',
    englishName: 'Japanese (Japan)',
    nativeName: '日本語 (日本)',
    lcid: 1041,
    parent: 'ja',
    language: 'ja',
    threeLetter: 'jpn',
    currencySymbol: '￥',
    currencyDigits: 0,
    shortDate: 'yyyy/MM/dd',
    longDate: 'yyyy年M月d日dddd',
    shortTime: 'H:mm',
    longTime: 'H:mm:ss',
    monthDay: 'M月d日',
    yearMonth: 'yyyy年M月',
    am: '午前',
    pm: '午後',
    days: '日曜日 月曜日 火曜日 水曜日 木曜日 金曜日 土曜日'.split(' '),
    shortDays: [...'日月火水木金土'],
    shortestDays: [...'日月火水木金土'],
    months: Array.from({ length: 12 }, (_, i) => `${i + 1}月`),
    shortMonths: Array.from({ length: 12 }, (_, i) => `${i + 1}月`),
  }),
  'de-de': () => ({
    ...english,
    name: 'de-DE',
    englishName: 'German (Germany)',
    nativeName: 'Deutsch (Deutschland)',
    lcid: 1031,
    parent: 'de',
    language: 'de',
    threeLetter: 'deu',
    decimalSeparator: ',',
    groupSeparator: '.',
    currencySymbol: '€',
    currencyPositive: 3,
    currencyNegative: 8,
    percentPositive: 0,
    percentNegative: 0,
    shortDate: 'dd.MM.yyyy',
    longDate: 'dddd, d. MMMM yyyy',
    shortTime: 'HH:mm',
    longTime: 'HH:mm:ss',
    monthDay: 'd. MMMM',
    yearMonth: 'MMMM yyyy',
    dateSeparator: '.',
    firstDay: 1,
    weekRule: 2,
    days: 'Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Samstag'.split(' '),
    shortDays: 'So Mo Di Mi Do Fr Sa'.split(' '),
    shortestDays: 'So. Mo. Di. Mi. Do. Fr. Sa.'.split(' '),
    months: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' '),
    shortMonths: 'Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez'.split(' '),
  }),
  'fr-fr': () => ({
    ...english,
    name: 'fr-FR',
    englishName: 'French (France)',
    nativeName: 'français (France)',
    lcid: 1036,
    parent: 'fr',
    language: 'fr',
    threeLetter: 'fra',
    decimalSeparator: ',',
    groupSeparator: '\u202f',
    currencySymbol: '€',
    currencyPositive: 3,
    currencyNegative: 8,
    percentPositive: 0,
    percentNegative: 0,
    shortDate: 'dd/MM/yyyy',
    longDate: 'dddd d MMMM yyyy',
    shortTime: 'HH:mm',
    longTime: 'HH:mm:ss',
    monthDay: 'd MMMM',
    yearMonth: 'MMMM yyyy',
    firstDay: 1,
    weekRule: 2,
    days: 'dimanche lundi mardi mercredi jeudi vendredi samedi'.split(' '),
    shortDays: 'dim. lun. mar. mer. jeu. ven. sam.'.split(' '),
    shortestDays: 'di lu ma me je ve sa'.split(' '),
    months: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
    shortMonths: 'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.'.split(' '),
  }),
};
const NEUTRAL: Record<string, string> = { en: 'en-us', ja: 'ja-jp', de: 'de-de', fr: 'fr-fr' };

const cache = new Map<string, CultureData>();

/** Undefined when there is no such culture. Cultures without formats of their own use the invariant ones. */
export function findCulture(name: string): CultureData | undefined {
  const lower = name.toLowerCase();
  let data = cache.get(lower);
  if (!data) {
    data = makeCulture(lower, name);
    if (data) cache.set(lower, data);
  }
  return data;
}

function makeCulture(lower: string, name: string): CultureData | undefined {
  if (makers[lower]) return makers[lower]();
  const neutral = NEUTRAL[lower];
  if (neutral) {
    const specific = makers[neutral]!();
    const bare = (text: string): string => text.replace(/ \(.*/, '');
    return {
      ...specific,
      name: lower,
      englishName: bare(specific.englishName),
      nativeName: bare(specific.nativeName),
      parent: '',
      lcid: specific.lcid & 0x3ff,
    };
  }
  if (!/^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(name)) return undefined;
  const canonical = canonicalName(name);
  const shown = displayName(canonical);
  const language = canonical.split('-')[0]!;
  return {
    ...makers['']!(),
    name: canonical,
    englishName: shown,
    nativeName: shown,
    lcid: 4096,
    parent: canonical.includes('-') ? language : '',
    language,
    threeLetter: language,
  };
}

/** Any well-formed name is a culture; regions are in upper case. */
function canonicalName(name: string): string {
  const [language, ...rest] = name.split('-');
  return [
    language!.toLowerCase(),
    ...rest.map((part) =>
      part.length === 4 ? part[0]!.toUpperCase() + part.slice(1).toLowerCase() : part.toUpperCase(),
    ),
  ].join('-');
}
function displayName(name: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(name) ?? name;
  } catch {
    return name;
  }
}

export function invariantCulture(): CultureData {
  return findCulture('')!;
}
