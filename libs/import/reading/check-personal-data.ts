import { type Json } from '#event-store';
import { personalDataIn } from '#reform';
import { type Flaw } from './file-error.js';
import { type Places, flawOf, pointer } from './places.js';

const names = { 'e-mail': 'an e-mail address', telephone: 'a telephone number', 'identity-code': 'an identity code' };

/** Random digits, which may look like anything. */
const digest = /^[0-9a-f]{64}$/;

/** Every text of a file that seems to hold something of a person; the message never repeats it. */
export const checkPersonalData = (value: Json, places: Places): readonly Flaw[] => {
  const flaws: Flaw[] = [];
  const check = (text: string, path: string): void => {
    const found = digest.test(text) ? null : personalDataIn(text);
    if (found) flaws.push(flawOf(places, path, 'personal-data', `A text seems to hold ${names[found]}.`));
  };
  const walk = (at: Json, path: string): void => {
    if (typeof at === 'string') check(at, path);
    else if (Array.isArray(at)) (at as readonly Json[]).forEach((item, index) => walk(item, pointer(path, index)));
    else if (typeof at === 'object' && at !== null)
      for (const [key, member] of Object.entries(at)) {
        check(key, pointer(path, key));
        walk(member, pointer(path, key));
      }
  };
  walk(value, '');
  return flaws;
};
