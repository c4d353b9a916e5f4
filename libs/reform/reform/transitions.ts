import { type StepInput, defineKind, row } from '../kinds/define-kind.js';
import { listAt, pick, textAt } from '../kinds/read.js';

const attributes = ({ state, data }: StepInput) => {
  const reference = textAt(data, 'reference');
  return {
    ...pick(data, ['name']),
    ...(reference === '' ? {} : { references: [...listAt(state, 'references'), reference] }),
  };
};

const begun = ['expected', 'announced', 'proposed', 'passed', 'ratified', 'in-force'];

/** Statuses of a reform that has ended: nothing opens by it any more (semantics, rule 8). */
export const endedReform: readonly string[] = ['withdrawn', 'rejected', 'lapsed', 'superseded'];

/** A reform; `expected` is one of which only studies or calls for grants are known. */
export const reformKind = defineKind({
  kind: 'reform',
  statuses: [...begun, ...endedReform],
  steering: [],
  keys: (_, stream) => [{ key: stream.id, within: { reform: stream.id } }],
  transitions: [
    row('regional-study-published', [null], 'expected', attributes),
    row('regional-study-published', begun, null, attributes),
    row('grant-call-opened', [null], 'expected', attributes),
    row('grant-call-opened', begun, null, attributes),
    row('reform-announced', [null, 'expected'], 'announced', attributes),
    row('reform-revived', [null, 'expected'], 'announced', (at) => ({
      ...attributes(at),
      revives: textAt(at.data, 'revives'),
    })),
    row('government-proposal-submitted', [null, 'expected', 'announced'], 'proposed', attributes),
    row('government-proposal-withdrawn', [null, 'proposed'], 'withdrawn', attributes),
    row('laws-passed', [null, 'proposed'], 'passed', attributes),
    row('laws-rejected', [null, 'proposed'], 'rejected', attributes),
    row('laws-ratified', [null, 'passed'], 'ratified', attributes),
    row('laws-in-force', [null, 'ratified'], 'in-force', attributes),
    row('responsibility-transfer-date-set', ['passed', 'ratified', 'in-force'], null, (at) => ({
      ...attributes(at),
      transferDate: textAt(at.data, 'effective'),
    })),
    row('county-elections-held', ['ratified', 'in-force'], null, attributes),
    row('county-councils-started', ['ratified', 'in-force'], null, attributes),
    row('reform-lapsed', [null, 'expected', 'announced', 'proposed'], 'lapsed', attributes),
    row('reform-superseded', [null, 'expected', 'announced', 'proposed', 'passed'], 'superseded', (at) => ({
      ...attributes(at),
      ...pick(at.data, ['by']),
    })),
  ],
});
