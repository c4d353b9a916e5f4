import { type Day } from '#history';
import { citeGate } from './cite.js';
import { citeDeadline, judgeDeadline } from './deadline.js';
import { gateOpen } from './evaluate.js';
import { type Inquiry, momentOf } from './inquiry.js';
import { type Item } from './items.js';
import { type Judgement } from './judgement.js';
import { citeTask, judgeTask } from './task.js';
import { type Truth, yes } from './truth.js';
import { type Version } from './versions.js';

const opening = (truth: Truth): Judgement => ({ kind: 'opening', state: truth === yes ? 'open' : 'shut', truth });

/** Judges an item on a day of a version. */
export const judge = (inquiry: Inquiry, version: Version, item: Item, day: Day): Judgement => {
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
