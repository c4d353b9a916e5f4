import { type JsonObject } from '#event-store';
import { type KeyWithin } from './define-kind.js';
import { textAt } from './read.js';
import { type StreamRef } from './stream-ref.js';

/** An entity of a programme whose key is some members of the content; none where one of them is missing. */
export const inProgramme = (data: JsonObject, stream: StreamRef, members: readonly string[]): readonly KeyWithin[] => {
  const parts = members.map((member) => textAt(data, member));
  if (parts.includes('') || stream.programme === '') return [];
  return [{ key: [stream.programme, ...parts].join('/'), within: { programme: stream.programme } }];
};

/** The entity that a stream of a programme (`measure-x/A`, `risk-x/R1`) is of. */
export const ofStream = (stream: StreamRef): readonly KeyWithin[] => [
  { key: `${stream.programme}/${stream.key}`, within: { programme: stream.programme } },
];

/** What it belongs to: the programme, and the measure and sub-area where they are known. */
export const workWithin = (data: JsonObject, stream: StreamRef): Readonly<Record<string, string>> => {
  const subArea = textAt(data, 'subArea');
  return {
    programme: stream.programme,
    ...(stream.category === 'measure' ? { measure: stream.key } : {}),
    ...(subArea === '' ? {} : { subArea }),
  };
};

/** Key of a piece of work of a programme or of one of its measures: `<programme>/<measure or '-'>/<key>`. */
export const ofWork = (data: JsonObject, stream: StreamRef): readonly KeyWithin[] => {
  const key = textAt(data, 'key');
  if (key === '' || stream.programme === '') return [];
  const measure = stream.category === 'measure' ? stream.key : '-';
  return [{ key: `${stream.programme}/${measure}/${key}`, within: workWithin(data, stream) }];
};
