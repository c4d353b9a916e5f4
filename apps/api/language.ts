import { type FastifyRequest } from 'fastify';
import { type Language, languages } from '#workflow';

const isLanguage = (text: unknown): text is Language => languages.some((language) => language === text);

/** The language of an answer: `lang` of the address, else the first of Accept-Language that we speak, else Finnish. */
export const languageOf = (request: Pick<FastifyRequest, 'query' | 'headers'>): Language => {
  const { lang } = (request.query ?? {}) as { readonly lang?: unknown };
  if (isLanguage(lang)) return lang;
  const accepted = (request.headers['accept-language'] ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const weight = parameters.map((text) => /^\s*q=([\d.]+)\s*$/.exec(text)?.[1]).find(Boolean);
      return { language: tag.slice(0, 2).toLowerCase(), weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return accepted.map(({ language }) => language).find(isLanguage) ?? 'fi';
};
