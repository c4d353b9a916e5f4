/* A process to be killed: starts or joins the embedded server of a folder, says which, and stays. Works on the build. */
import { startEmbedded } from '../../dist/libs/platform/index.js';

const { started, stop } = await startEmbedded({ dataDirectory: process.argv[2] });
process.on('SIGTERM', () => void stop().then(() => process.exit(0)));
process.stdout.write(started ? 'started\n' : 'joined\n');
setInterval(() => undefined, 1000);
