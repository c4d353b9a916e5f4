import { type Json, type JsonObject } from '#event-store';
import { iso, parseDay } from '#history';
import { type AreaItem, type Item, type ProgrammeFile, itemsOf } from '../format/programme-file.js';
import { textAt } from '../reading/listed.js';
import { type Stating, type ToState, state } from './state.js';
import { type Statement } from './statement.js';

/** Where an area's items stand. */
interface Area {
  readonly area: AreaItem;
  readonly path: string;
  readonly prefix: string;
  readonly stream: string;
  readonly services: ReadonlyMap<string, Json>;
}

const established = ({ area, path, prefix, stream }: Area): readonly ToState[] =>
  area.established === undefined
    ? []
    : [
        {
          ...{ item: `${prefix}/established`, path: `${path}/established`, stream, type: 'county-established' },
          ...{ from: area.established, fields: {} },
        },
      ];

/** The first day on which it is no longer a member: the day after the last. */
const dayAfter = (until: string): string => iso((parseDay(until) ?? 0) + 1);

const membership = (at: Area, item: Item, index: number): readonly ToState[] => {
  const { note: _, movedTo: __, ...member } = item;
  const until = textAt(item, 'until');
  const common = { path: `${at.path}/municipalities/${index}`, stream: at.stream, from: item };
  const joined: ToState = {
    ...common,
    item: `${at.prefix}/municipalities/${item.key}`,
    type: 'municipality-joined',
    fields: { ...member, municipality: item.key },
  };
  if (until === '') return [joined];
  const left: ToState = {
    ...common,
    item: `${at.prefix}/municipalities/${item.key}/left`,
    type: 'municipality-left',
    fields: { ...item, municipality: item.key },
    occurred: dayAfter(until),
  };
  return [joined, left];
};

const codes = (item: JsonObject): readonly string[] => item['municipalities'] as readonly string[];

const service = (at: Area, item: Item): JsonObject => {
  const name = at.services.get(textAt(item, 'service'));
  return name === undefined ? {} : { serviceName: name };
};

const responsibility = (at: Area, item: Item, index: number): readonly ToState[] =>
  codes(item).map((municipality) => {
    const holder = item['holder'] === 'itself' ? `municipality:${municipality}` : textAt(item, 'holder');
    return {
      item: `${at.prefix}/responsibilities/${item.key}/${municipality}`,
      path: `${at.path}/responsibilities/${index}`,
      stream: at.stream,
      type: 'responsibility-registered',
      from: item,
      fields: { ...item, ...service(at, item), municipality, holder },
      occurred: textAt(item, 'since') || null,
    };
  });

const transfer = (at: Area, item: Item, index: number): readonly ToState[] =>
  codes(item).map((municipality) => ({
    item: `${at.prefix}/transfers/${item.key}/${municipality}`,
    path: `${at.path}/transfers/${index}`,
    stream: at.stream,
    type: 'responsibility-transferred',
    from: item,
    fields: { ...item, municipality },
  }));

/** Areas with their municipalities, who must organise the services in them, and the transfers. */
export const areaStatements = (file: ProgrammeFile, stating: Stating): readonly Statement[] => {
  const services = new Map(itemsOf(file, 'services').map((item) => [item.key, item['name'] ?? null]));
  return (file.areas ?? []).flatMap((area, index) => {
    const { key } = area;
    const at: Area = { area, path: `/areas/${index}`, prefix: `areas/${key}`, stream: `area-${key}`, services };
    const { established: _, ...fields } = area;
    const defined = { item: at.prefix, path: at.path, stream: at.stream, type: 'area-defined', from: area, fields };
    return [
      defined,
      ...(area.municipalities ?? []).flatMap((item, i) => membership(at, item, i)),
      ...(area.responsibilities ?? []).flatMap((item, i) => responsibility(at, item, i)),
      ...established(at),
      ...(area.transfers ?? []).flatMap((item, i) => transfer(at, item, i)),
    ].flatMap((to) => state(stating, to));
  });
};
