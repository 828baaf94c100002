/**
 * Lets a command end as it would have ended where nobody reads on, as behind `| head`: Node reports the
 * closed pipe (EPIPE) as an error of the stream, and one that nothing listens to ends the process with a
 * stack trace. Other errors of the streams are thrown as before.
 */
export function ignoreClosedOutput(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
}
