import { type Day } from '#history';
import { citeGate } from './cite.js';
import { citeDeadline, judgeDeadline } from './deadline.js';
import { gateOpen } from './evaluate.js';
import { type Inquiry, momentOf } from './inquiry.js';
import { type Item } from './items.js';
import { type Judgement } from './judgement.js';
import { citeTask, judgeTask } from './task.js';
import { type Truth, no, yes } from './truth.js';
import { type Version } from './versions.js';

const opening = (truth: Truth): Judgement => ({ kind: 'opening', state: truth === yes ? 'open' : 'shut', truth });

const judgeAnew = (inquiry: Inquiry, version: Version, item: Item, day: Day): Judgement => {
  switch (item.kind) {
    case 'phase':
      return opening(inquiry.shared.truth(version, item.template.key, day));
    case 'gate':
      return opening(gateOpen(item.template, momentOf(inquiry, version, item, day)));
    case 'deadline':
      return judgeDeadline(inquiry, version, item, day);
    case 'task':
      return judgeTask(inquiry, version, item, day);
  }
};

/** Judges an item on a day of a version. Remembered: looking back for the begin of a run asks for the same days. */
export const judge = (inquiry: Inquiry, version: Version, item: Item, day: Day): Judgement => {
  let days = inquiry.judged.get(item);
  if (!days) inquiry.judged.set(item, (days = new Map<Day, Judgement>()));
  let judgement = days.get(day);
  if (!judgement) days.set(day, (judgement = judgeAnew(inquiry, version, item, day)));
  return judgement;
};

/** Truth of a phase or gate. */
export const truthOf = (inquiry: Inquiry, version: Version, item: Item, day: Day): Truth => {
  const judgement = judge(inquiry, version, item, day);
  return judgement.kind === 'opening' ? judgement.truth : no;
};

/** The events on which the judgement rests, each once. */
export const because = (inquiry: Inquiry, version: Version, item: Item, day: Day): readonly string[] => {
  const moment = momentOf(inquiry, version, item, day);
  switch (item.kind) {
    case 'phase':
      return inquiry.shared.cites(version, item.template.key, day);
    case 'gate':
      return [...new Set(citeGate(item.template, moment))];
    case 'deadline':
      return [...new Set(citeDeadline(inquiry, version, item, day))];
    case 'task':
      return [...new Set(citeTask(inquiry, version, item, day))];
  }
};
