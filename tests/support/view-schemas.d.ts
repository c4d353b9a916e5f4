/** The text of apps/api/view-schemas.json, made from the types of the views. */
export const viewSchemas: () => Promise<string>;
