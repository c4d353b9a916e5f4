import { type Names } from '#views';
import { type Page, said } from './context.js';
import { type OrganisationNames } from './measure-parts.js';

/** What organisations are called, by code; one without a name is shown as its code. */
export const organisationNames =
  (page: Page, organisations: Readonly<Record<string, Names>>): OrganisationNames =>
  (code) =>
    said(page, organisations[code] ?? {}, code);
