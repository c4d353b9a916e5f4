import { defineKind, row } from '../kinds/define-kind.js';
import { ofStream } from '../kinds/keys.js';
import { pick, textAt } from '../kinds/read.js';

/** A risk; it may materialise and be closed after that. */
export const riskKind = defineKind({
  kind: 'risk',
  statuses: ['identified', 'materialised', 'closed'],
  steering: [],
  keys: (data, stream) =>
    ofStream(stream).map(({ key, within }) => {
      const measure = textAt(data, 'measure');
      return { key, within: measure === '' ? within : { ...within, measure } };
    }),
  transitions: [
    row('risk-identified', [null, 'closed'], 'identified', ({ data }) =>
      pick(data, ['title', 'likelihood', 'impact', 'level', 'measure', 'mitigation']),
    ),
    row('risk-reassessed', ['identified', 'materialised'], null, ({ data }) => pick(data, ['likelihood', 'impact'])),
    row('risk-raised', ['identified', 'materialised'], null, ({ data }) => ({
      ...pick(data, ['level']),
      raisedTo: textAt(data, 'to'),
    })),
    row('risk-materialised', [null, 'identified'], 'materialised', ({ data }) => pick(data, ['title'])),
    row('risk-closed', [null, 'identified', 'materialised'], 'closed', ({ data }) => pick(data, ['title'])),
  ],
});
