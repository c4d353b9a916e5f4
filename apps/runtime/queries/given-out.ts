import { type EventStore, type Position, isPosition } from '#event-store';

/** The largest position of a store whose positions are numbers of 64 bits. */
const largest = 2n ** 63n - 1n;

/** Whether a text can be a position of this store; where positions are dense they are whole numbers. */
export const canBePosition = ({ capabilities }: Pick<EventStore, 'capabilities'>, text: string): text is Position =>
  isPosition(text) && (!capabilities.densePositions || (!text.includes('/') && BigInt(text) <= largest));
