import { type NeededChange } from './explanation.js';
import { keyOf } from './moment.js';
import { type Language, type Names, languages } from './names.js';

/** What a code of the facts is called: an event type, a status, a kind or an entity. Without an answer the code stands. */
export type Label = (code: string, language: Language) => string | null;

const plain: Label = (code) => (code.includes(':') ? keyOf(code) : code);

/** A text in each language; `{name}` stands for a code, named by the label, or for several joined by commas. */
export const words = (
  texts: Record<Language, string>,
  codes: Readonly<Record<string, string | readonly string[]>>,
  label: Label = plain,
): Names => {
  const name = (code: string, language: Language): string => label(code, language) ?? plain(code, language) ?? code;
  const fill = (language: Language): string =>
    texts[language].replaceAll(/\{(\w+)\}/g, (_, key: string) =>
      [codes[key] ?? key]
        .flat()
        .map((code) => name(code, language))
        .join(', '),
    );
  return Object.fromEntries(languages.map((language) => [language, fill(language)]));
};

type Texts = Readonly<Record<NeededChange['change'], Record<Language, string>>>;

const texts: Texts = {
  'supply-fact': {
    fi: 'puuttuu {type} kohteelta {entity}',
    sv: '{type} saknas för {entity}',
    en: '{type} of {entity} is missing',
  },
  'withdraw-facts': { fi: 'peru tapahtumat', sv: 'återkalla händelserna', en: 'withdraw the facts' },
  'await-or-make-precise': {
    fi: 'odota päivää tai tarkenna päivämäärä',
    sv: 'vänta på dagen eller precisera datumet',
    en: 'wait for the day, or state the date more precisely',
  },
  'await-day': { fi: 'odota päivään {on}', sv: 'vänta till {on}', en: 'wait until {on}' },
  'reach-state': {
    fi: 'kohteen {entity} tilaksi {is}',
    sv: '{entity} får tillståndet {is}',
    en: '{entity} becomes {is}',
  },
  'leave-state': {
    fi: 'kohde {entity} ei enää ole {is}',
    sv: '{entity} är inte längre {is}',
    en: '{entity} is no longer {is}',
  },
  'give-attribute': {
    fi: 'kohteelle {entity} annetaan {attribute}',
    sv: '{entity} får {attribute}',
    en: '{entity} is given {attribute}',
  },
  decide: {
    fi: '{body}: päätös {is} asiasta {subject}',
    sv: '{body}: beslutet {is} om {subject}',
    en: '{body}: the decision {is} on {subject}',
  },
  'register-members': {
    fi: 'kirjataan {kind} ({within})',
    sv: '{kind} registreras ({within})',
    en: '{kind} is registered ({within})',
  },
  'follow-revived': {
    fi: '{entity} on päättynyt: mikään ei avaa tätä, ellei tapausta siirretä seuraamaan uudelleen käynnistettyä uudistusta',
    sv: '{entity} har avslutats: inget öppnar detta utom att ärendet börjar följa den återupptagna reformen',
    en: '{entity} has ended: nothing opens this but following a revived reform',
  },
  'start-anew': {
    fi: 'tapaus on päätetty: se on käynnistettävä uudelleen',
    sv: 'ärendet har avslutats: det måste startas på nytt',
    en: 'the case has been ended: it must be started anew',
  },
};

/** The fields of a change as codes: of what it belongs to, the values; a dash for what is not said. */
const codesOf = (change: NeededChange): Readonly<Record<string, string | readonly string[]>> =>
  Object.fromEntries(
    Object.entries(change).map(([name, value]: [string, unknown]) => {
      if (typeof value === 'string') return [name, value];
      return [name, value === null ? '-' : Object.values(value as object).map(String)];
    }),
  );

/** A change in words. */
export const changeInWords = (change: NeededChange, label?: Label): Names =>
  words(texts[change.change], codesOf(change), label);
