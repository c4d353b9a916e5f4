import { type JsonObject } from '#event-store';
import { catalogue } from '#reform';
import { type Item, type ProgrammeFile, itemsOf } from '../format/programme-file.js';
import { type Section, sections } from '../format/sections.js';
import { objectsAt, textAt } from '../reading/listed.js';
import { type Stating, type ToState, state } from './state.js';
import { type Statement } from './statement.js';

/** The stream of a programme's item: that of its measure, decision or risk, else the programme's. */
const streamOf = (programme: string, type: string, item: JsonObject): string => {
  const streams = catalogue.get(type)?.streams ?? [];
  const about = textAt(item, 'of') || textAt(item, 'key');
  const measure = textAt(item, 'measure') || (type === 'measure-planned' ? about : '');
  if (streams.includes('measure') && measure !== '') return `measure-${programme}/${measure}`;
  const own = streams.find((stream) => stream === 'decision' || stream === 'risk');
  return own === undefined ? `programme-${programme}` : `${own}-${programme}/${about}`;
};

/** A roll-out that reaches several municipalities is one statement for each. */
const perMunicipality = (to: ToState): readonly ToState[] => {
  const { municipalities, ...fields } = to.fields;
  if (!Array.isArray(municipalities)) return [to];
  return (municipalities as readonly string[]).map((municipality) => ({
    ...to,
    item: `${to.item}/${municipality}`,
    fields: { ...fields, municipality },
  }));
};

const aliasesOf = (to: ToState, of: JsonObject, path: string, part: string): readonly ToState[] =>
  objectsAt(of, 'aliases', path).map(({ item, path: at }) => ({
    item: [
      to.item,
      'aliases',
      textAt(item, 'plan'),
      textAt(item, 'chapter'),
      ...(part ? [part] : []),
      textAt(item, 'letter'),
    ].join('/'),
    path: at,
    stream: to.stream,
    type: 'measure-alias-added',
    from: to.from,
    fields: part === '' ? item : { ...item, part },
    occurred: null,
  }));

const withAliases = (to: ToState): readonly ToState[] => [
  to,
  ...aliasesOf(to, to.fields, to.path, ''),
  ...objectsAt(to.fields, 'parts', to.path).flatMap(({ item, path }) =>
    aliasesOf(to, item, path, textAt(item, 'letter')),
  ),
];

const ofSection = (programme: string, section: Section, item: Item, index: number): readonly ToState[] => {
  const type = section.types[textAt(item, 'status')] ?? '';
  const dated = section.name === 'plans' && item['on'] !== undefined ? { dated: item['on'] } : {};
  const keyed = section.keyField === null ? {} : { [section.keyField]: item.key };
  return withAliases({
    item: `${section.name}/${item.key}`,
    path: `/${section.name}/${index}`,
    stream: streamOf(programme, type, item),
    type,
    from: item,
    fields: { ...item, ...dated, ...keyed },
  });
};

const ofFact = (programme: string, item: Item, index: number): readonly ToState[] => {
  const type = textAt(item, 'type');
  const key = textAt(item, 'of') || item.key;
  return perMunicipality({
    item: `facts/${item.key}`,
    path: `/facts/${index}`,
    stream: streamOf(programme, type, item),
    type,
    from: item,
    fields: { ...item, key },
  });
};

/** A programme with everything in it, in the order of the sections. */
export const programmeStatements = (file: ProgrammeFile, stating: Stating): readonly Statement[] => {
  const { programme } = file;
  if (!programme) return [];
  const { key } = programme;
  const launched: ToState = {
    ...{ item: 'programme', path: '/programme', stream: `programme-${key}`, type: 'programme-launched' },
    ...{ from: programme, fields: programme },
  };
  return [
    launched,
    ...sections.flatMap((section) =>
      itemsOf(file, section.name).flatMap((item, index) => ofSection(key, section, item, index)),
    ),
    ...itemsOf(file, 'facts').flatMap((item, index) => ofFact(key, item, index)),
  ].flatMap((to) => state(stating, to));
};
