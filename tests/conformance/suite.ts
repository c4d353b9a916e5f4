import { describe } from '@jest/globals';
import { appendCases } from './append.cases.js';
import { commandCases } from './command.cases.js';
import { runCases, type Skips, type Subject } from './conformance.js';
import { racingCases } from './racing.cases.js';
import { readingCases } from './reading.cases.js';
import { subscriptionCases } from './subscription.cases.js';

/** Everything that every event store keeps. A new adapter passes this, or names what it skips and why. */
export const describeEventStore = (name: string, subject: Subject, skips: Skips = {}): void => {
  describe(name, () => {
    const options = { subject, skips };
    runCases('append', appendCases, options);
    runCases('reading', readingCases, options);
    runCases('commands', commandCases, options);
    runCases('racing', racingCases, options);
    runCases('subscriptions', subscriptionCases, options);
  });
};
