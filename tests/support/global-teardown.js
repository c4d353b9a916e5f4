/** Stops the server of the test run. */
export default async () => {
  await globalThis.stopTestServer?.();
};
