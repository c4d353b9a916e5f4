import { type Envelope, type Position } from '#event-store';
import { type NumberedEvent } from '../family.js';

/** The schema of the tables as this version of the projection reads them, and the one in which a rebuild makes them anew. */
export type FactsSchema = 'facts_1' | 'facts_1_next';

/** Smallest and largest number that a row can hold; they stand for the infinite days and places of knowledge. */
const least = -2147483648;
const most = 2147483647;

/** A day or a place of knowledge as a row holds it. Content may name any year of four digits, which all fit. */
export const toRow = (value: number): number => Math.min(Math.max(value, least), most);

/** A day or a place of knowledge as it comes from a row. */
export const fromRow = (value: number): number => (value === most ? Infinity : value === least ? -Infinity : value);

/** The columns of an event that `toEvent` reads, of the table by this name. */
export const eventColumns = (table: string): string =>
  ['seq', 'position', 'recorded', 'learned', 'body'].map((column) => `${table}.${column}`).join(', ');

export interface EventRow {
  readonly seq: number;
  readonly position: string;
  readonly recorded: number;
  readonly learned: number;
  readonly body: string;
}

/** An event from its row. */
export const toEvent = ({ seq, position, recorded, learned, body }: EventRow): NumberedEvent => ({
  seq,
  position: position as Position,
  recorded,
  learned,
  envelope: JSON.parse(body) as Envelope,
});
