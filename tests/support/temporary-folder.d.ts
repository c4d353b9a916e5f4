/** A new folder for a server's data, open for entering: run by root the server is another user. */
export const makeTemporaryFolder: () => Promise<string>;
