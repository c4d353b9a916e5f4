import { type Finding, type FindingInput, finding } from './finding.js';
import { type Lettered, type Lettering, letterings } from './lettering.js';

const entityOf = ({ programme, plan }: Lettering): string => `plan:${programme}/${plan}`;
const thingOf = ({ measure, part }: Lettered): string => (part === '' ? measure : `${measure}/${part}`);
const A = 'A'.charCodeAt(0);

/** Letters that the plan's own series leaves out, from A to its last. */
const missing = (lettering: Lettering): readonly Finding[] => {
  const series = lettering.letters.filter(
    ({ letter, chapter, part }) => chapter === '' && part === '' && /^[A-Z]$/.test(letter),
  );
  const present = new Set(series.map(({ letter }) => letter));
  const last = [...present].sort().at(-1) ?? 'A';
  const all = Array.from({ length: last.charCodeAt(0) - A + 1 }, (_, index) => String.fromCharCode(A + index));
  return all
    .filter((letter) => !present.has(letter))
    .map((letter) =>
      finding(
        'letter-missing',
        entityOf(lettering),
        series.filter((lettered) => lettered.letter === last).map(({ fact }) => fact),
        {
          part: letter,
          params: { plan: lettering.plan, letter, last },
        },
      ),
    );
};

/** Letters that stand for two measures, or for two parts, across the chapters of one plan. */
const shared = (lettering: Lettering): readonly Finding[] =>
  [...new Set(lettering.letters.map(({ letter }) => letter))].sort().flatMap((letter) => {
    const named = lettering.letters.filter((lettered) => lettered.letter === letter);
    const things = [...new Set(named.map(thingOf))];
    if (things.length < 2) return [];
    const rule = letter.includes('.') ? 'part-letter-twice' : 'letter-names-two';
    const params = { plan: lettering.plan, letter, things };
    return [
      finding(
        rule,
        entityOf(lettering),
        named.map(({ fact }) => fact),
        { part: letter, params },
      ),
    ];
  });

/** Measures that a chapter letters otherwise than the plan's own series; their parts follow them. */
const otherwise = (lettering: Lettering): readonly Finding[] =>
  lettering.letters
    .filter(({ chapter, part }) => chapter !== '' && part === '')
    .flatMap(({ letter, chapter, measure, fact }) => {
      const own = lettering.letters.find((other) => other.measure === measure && !other.chapter && !other.part);
      if (!own || own.letter === letter) return [];
      const params = { plan: lettering.plan, chapter, letter, own: own.letter };
      return [finding('alias-differs', measure, [own.fact, fact], { part: `${lettering.plan}/${chapter}`, params })];
    });

/** What does not fit in the letters of the plans: identity is never the letter. */
export const letterFindings = ({ entities }: FindingInput): readonly Finding[] =>
  letterings(entities).flatMap((lettering) => [...missing(lettering), ...shared(lettering), ...otherwise(lettering)]);
