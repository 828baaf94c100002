import { runAstro } from './astro.ts';

// `npm start` on a fresh clone: the whole site, built and served. Arguments go to the server (--port 8080).
const built = await runAstro(['build']);
process.exitCode = built === 0 ? await runAstro(['preview', ...process.argv.slice(2)]) : built;
