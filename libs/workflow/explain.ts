import { type Day, valueAt } from '#history';
import { stated } from './aspect.js';
import { type Alternatives } from './change-sets.js';
import { type DescribedChange, type Explanation, type NeededChange, type Residual } from './explanation.js';
import { inquire } from './inquire.js';
import { momentOf } from './inquiry.js';
import { type Item } from './items.js';
import { because, truthOf } from './judge.js';
import { type Moment } from './moment.js';
import { toOpenGate, toOpenPhase } from './needed.js';
import { goingOn, residual } from './residual.js';
import { type ResolvedCase } from './resolved-case.js';
import { type ItemKey } from './standing.js';
import { truthNames, yes } from './truth.js';
import { versionAt } from './versions.js';
import { type Label, changeInWords } from './words.js';

/** Most sets of changes that are listed. */
const most = 20;

const ownerOf = (moment: Moment, change: NeededChange): string | null => {
  const entity = 'entity' in change ? change.entity : null;
  const course = entity === null ? undefined : moment.of.courses.get(entity);
  const owner = course ? valueAt(stated(course, 'owner'), moment.day)[0] : null;
  return typeof owner === 'string' ? owner : null;
};

type Opening = Extract<Item, { kind: 'phase' | 'gate' }>;

const treeOf = (item: Opening, moment: Moment, label?: Label): Omit<Residual, 'truth'> => {
  const { opens } = item.template;
  const closes = item.kind === 'phase' ? item.template.closes : undefined;
  const own = residual(closes === undefined ? opens : { all: [opens, { not: closes }] }, moment, label);
  const going = goingOn(moment, label);
  return {
    form: 'all',
    text: item.template.names,
    because: [],
    parts: [own, going],
  };
};

const setsFor = (item: Opening, moment: Moment): Alternatives =>
  item.kind === 'phase' ? toOpenPhase(item.template, moment) : toOpenGate(item.template, moment);

/**
 * Why a phase or gate is open or shut on a day, and what would open it: a tree in words, and minimal sets of changes. Null
 * where the day's version has no such phase or gate.
 */
export const explain = (of: ResolvedCase, key: ItemKey, day: Day, label?: Label): Explanation | null => {
  const version = versionAt(of.versions, day);
  if (!version) return null;
  const inquiry = inquire(of);
  const item = inquiry.items(version).get(key);
  if (item?.kind !== 'phase' && item?.kind !== 'gate') return null;
  const moment = momentOf(inquiry, version, item, day);
  const truth = truthOf(inquiry, version, item, day);
  const sets = truth === yes ? [] : setsFor(item, moment);
  const told = (change: NeededChange): DescribedChange => ({
    ...change,
    text: changeInWords(change, label),
    owner: ownerOf(moment, change),
  });
  return {
    item: key,
    truth: truthNames[truth],
    because: because(inquiry, version, item, day),
    tree: { ...treeOf(item, moment, label), truth: truthNames[truth] },
    sets: sets.length > most ? [] : sets.map((set) => [...set.values()].map(told)),
    tooMany: sets.length > most,
  };
};
