import { type Json, type JsonObject } from '#event-store';
import { type Names } from '../catalogue/field.js';
import { isObject } from '../kinds/read.js';
import { type Finding, type FindingRule } from './finding.js';

/** What each rule's finding says; `{name}` stands for a parameter, `{entity}` for the entity. */
export const findingTexts: Readonly<Record<FindingRule, Required<Names>>> = {
  'date-after-source': {
    fi: '{type} on päivätty {occurred}, mutta sen kertova lähde on päivältä {learned}.',
    sv: '{type} är daterad {occurred}, men källan är från {learned}.',
    en: '{type} is dated {occurred}, after the source of {learned} that states it.',
  },
  'illegal-step': {
    fi: '{type} ({occurred}) ei sovi kohteen {entity} vaiheisiin.',
    sv: '{type} ({occurred}) passar inte in i förloppet för {entity}.',
    en: '{type} ({occurred}) does not fit in the history of {entity}.',
  },
  'budget-rows-differ': {
    fi: 'Suunnitelman {plan} loppusumma {stated} € poikkeaa riviensä summasta {computed} € ({difference} €).',
    sv: 'Slutsumman {stated} € i plan {plan} avviker från radernas summa {computed} € ({difference} €).',
    en: 'The total of {stated} EUR in plan {plan} differs from the sum of its rows, {computed} EUR ({difference} EUR).',
  },
  'budget-measures-differ': {
    fi: 'Suunnitelman {plan} loppusumma {stated} € poikkeaa toimenpiteiden summasta {computed} € ({difference} €).',
    sv: 'Slutsumman {stated} € i plan {plan} avviker från åtgärdernas summa {computed} € ({difference} €).',
    en: 'The total of {stated} EUR in plan {plan} differs from its measures, {computed} EUR ({difference} EUR).',
  },
  'budget-shares-differ': {
    fi: 'Suunnitelman {plan} loppusumma {stated} € poikkeaa rahoitusosuuksien summasta {computed} € ({difference} €).',
    sv: 'Slutsumman {stated} € i plan {plan} avviker från finansieringsandelarna {computed} € ({difference} €).',
    en: 'The total of {stated} EUR in plan {plan} differs from its own funding and grant, {computed} EUR ({difference} EUR).',
  },
  'budget-computed-differs': {
    fi: 'Suunnitelma {plan} ilmoittaa {stated} € ({what}), siirroista laskettuna {computed} € ({difference} €).',
    sv: 'Plan {plan} uppger {stated} € ({what}), enligt flyttarna {computed} € ({difference} €).',
    en: 'Plan {plan} states {stated} EUR ({what}); the moves make it {computed} EUR ({difference} EUR).',
  },
  'heading-count-differs': {
    fi: 'Luvun {chapter} otsikko (osa-alue {subArea}) ilmoittaa {announced} toimenpidettä ja luettelee {listed}.',
    sv: 'Rubriken i kapitel {chapter} (delområde {subArea}) uppger {announced} åtgärder och räknar upp {listed}.',
    en: 'A heading of chapter {chapter} (sub-area {subArea}) announces {announced} measures and lists {listed}.',
  },
  'figure-differs': {
    fi: 'Luku "{what}" on ilmoitettu {stated}, lähtöluvuista laskettuna {computed} ({difference}).',
    sv: 'Siffran "{what}" uppges vara {stated}, beräknad {computed} ({difference}).',
    en: 'The figure "{what}" is stated as {stated} and computed as {computed} ({difference}).',
  },
  'letter-missing': {
    fi: 'Suunnitelmassa {plan} ei ole toimenpidettä {letter}, vaikka kirjaimet jatkuvat {last}:hen.',
    sv: 'Plan {plan} har ingen åtgärd {letter}, fast bokstäverna går till {last}.',
    en: 'Plan {plan} has no measure {letter}, though its letters go to {last}.',
  },
  'letter-names-two': {
    fi: 'Suunnitelmassa {plan} kirjain {letter} tarkoittaa eri luvuissa eri toimenpiteitä: {things}.',
    sv: 'I plan {plan} betecknar {letter} olika åtgärder i olika kapitel: {things}.',
    en: 'In plan {plan} the letter {letter} names different measures in different chapters: {things}.',
  },
  'part-letter-twice': {
    fi: 'Suunnitelmassa {plan} osan kirjain {letter} on kahdella: {things}.',
    sv: 'I plan {plan} står delens bokstav {letter} två gånger: {things}.',
    en: 'In plan {plan} the letter {letter} stands twice: {things}.',
  },
  'alias-differs': {
    fi: 'Suunnitelman {plan} luvussa {chapter} toimenpiteen {own} kirjain on {letter}.',
    sv: 'I kapitel {chapter} av plan {plan} har åtgärd {own} bokstaven {letter}.',
    en: 'Chapter {chapter} of plan {plan} letters the measure {own} {letter}.',
  },
  'programme-period-ended': {
    fi: 'Hankkeen kausi {period} on päättynyt, mutta päättämistä ei ole kirjattu.',
    sv: 'Projektets period {period} har gått ut, men inget avslutande har registrerats.',
    en: 'The period of the programme, {period}, has ended and no closing is recorded.',
  },
  'unknown-reference': {
    fi: '{entity} viittaa kohteeseen {named}, jota ei tunneta.',
    sv: '{entity} hänvisar till {named}, som inte är känt.',
    en: '{entity} refers to {named}, which is not known.',
  },
};

const inWords = (value: Json | undefined, language: keyof Names): string => {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => inWords(item, language)).join(', ');
  if (isObject(value)) return inWords(value[language] ?? value['fi'] ?? value['en'] ?? value['sv'], language);
  return '-';
};

/** What a finding says. */
export const findingText = ({ rule, entity, params }: Finding): Required<Names> => {
  const values: JsonObject = { entity, ...params };
  const of = (language: keyof Names): string =>
    findingTexts[rule][language].replace(/\{(\w+)\}/g, (_, name: string) => inWords(values[name], language));
  return { fi: of('fi'), sv: of('sv'), en: of('en') };
};
