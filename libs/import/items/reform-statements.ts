import { type ProgrammeFile } from '../format/programme-file.js';
import { textAt } from '../reading/listed.js';
import { type Stating, state } from './state.js';
import { type Statement } from './statement.js';

/** The law-making of reforms; the first event of each carries its name, for any may be the first that is known. */
export const reformStatements = (file: ProgrammeFile, stating: Stating): readonly Statement[] =>
  (file.reforms ?? []).flatMap(({ key, name, events }, index) =>
    events.flatMap((event, at) =>
      state(stating, {
        item: `reforms/${key}/${event.key}`,
        path: `/reforms/${index}/events/${at}`,
        stream: `reform-${key}`,
        type: textAt(event, 'type'),
        from: event,
        fields: at === 0 ? { ...event, name } : event,
      }),
    ),
  );
