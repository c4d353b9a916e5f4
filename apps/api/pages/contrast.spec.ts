import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const css = readFileSync(new URL('./assets/vaihe.css', import.meta.url), 'utf8');

const coloursOf = (block: string): ReadonlyMap<string, string> =>
  new Map([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, name = '', colour = '']) => [name, colour]));

const [light = '', dark = ''] = [...css.matchAll(/:root \{([^}]*)\}/g)].map(([, block]) => block);

const channel = (hex: string): number => {
  const share = parseInt(hex, 16) / 255;
  return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};

/** Relative luminance (WCAG 2.2). */
const luminance = (colour: string): number =>
  0.2126 * channel(colour.slice(1, 3)) + 0.7152 * channel(colour.slice(3, 5)) + 0.0722 * channel(colour.slice(5, 7));

const contrast = (a: string, b: string): number => {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
};

/** Text on what lies under it: at least 4.5 (WCAG 1.4.3). */
const texts = [
  ['text', 'ground'],
  ['text', 'raised'],
  ['quiet', 'ground'],
  ['quiet', 'raised'],
  ['accent', 'ground'],
  ['accent', 'raised'],
  ['accent', 'info-ground'],
  ['text', 'info-ground'],
  ['accent-text', 'accent'],
  ['good', 'good-ground'],
  ['wait', 'wait-ground'],
  ['maybe', 'maybe-ground'],
  ['warn', 'warn-ground'],
  ['warn', 'ground'],
  ['good', 'ground'],
  ['focus', 'raised'],
  ['on-bar', 'bar'],
  ['on-bar', 'bar-phase'],
  ['on-bar', 'bar-ended'],
  ['on-bar', 'bar-halt'],
  ['on-light-bar', 'bar-planned'],
] as const;

/** What is no text but must be seen: at least 3 (WCAG 1.4.11). */
const shapes = [
  ['focus', 'ground'],
  ['quiet', 'ground'],
  ['bar', 'raised'],
  ['bar-phase', 'raised'],
  ['bar-ended', 'raised'],
  ['bar-halt', 'raised'],
] as const;

const themes = [
  ['light', light],
  ['dark', dark],
] as const;

describe.each(themes)('colours in %s', (_, block) => {
  const colours = coloursOf(block);
  const ratio = (a: string, b: string): number => contrast(colours.get(a) ?? '', colours.get(b) ?? '');

  it.each(texts)('%s can be read on %s', (text, ground) => {
    expect(ratio(text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(shapes)('%s can be seen on %s', (shape, ground) => {
    expect(ratio(shape, ground)).toBeGreaterThanOrEqual(3);
  });
});
