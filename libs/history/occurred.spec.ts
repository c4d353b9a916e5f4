import { describe, expect, it } from '@jest/globals';
import { day, isoOfDay } from './day.js';
import { occurredOn } from './occurred.js';

const occurred = (text: string | null, learned: string, foretold = false): readonly unknown[] => {
  const { earliest, latest, afterSource } = occurredOn(text, day(learned), foretold);
  return [isoOfDay(earliest), isoOfDay(latest), afterSource];
};

describe('rule 1: what a statement lets us know of when it occurred', () => {
  it('ends at latest on the day it was learned', () => {
    expect(occurred('2021', '2021-11-30')).toEqual(['2021-01-01', '2021-11-30', false]);
  });
  it('keeps an end before that', () => {
    expect(occurred('2021-11', '2022-03-22')).toEqual(['2021-11-01', '2021-11-30', false]);
  });
  it('leaves a date after its source as stated and finds it', () => {
    expect(occurred('2022-11', '2022-03-22')).toEqual(['2022-11-01', '2022-11-30', true]);
  });
  it('lets a foretold fact be dated after the day it was learned', () => {
    expect(occurred('2023-01-01', '2021-06-29', true)).toEqual(['2023-01-01', '2023-01-01', false]);
  });
  it('takes no date as some time up to the day learned', () => {
    expect(occurred(null, '2022-03-22')).toEqual([null, '2022-03-22', false]);
  });
  it('takes ../X as some time up to X', () => {
    expect(occurred('../2019-08-29', '2026-01-01')).toEqual([null, '2019-08-29', false]);
  });
  it('bounds X/.. by the day learned', () => {
    expect(occurred('2021-03-01/..', '2021-06-21')).toEqual(['2021-03-01', '2021-06-21', false]);
  });
  it('never throws on content: a text that is no date counts as none', () => {
    expect(occurred('soon', '2022-03-22')).toEqual([null, '2022-03-22', false]);
  });
});
