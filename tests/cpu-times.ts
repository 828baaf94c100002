export interface CpuTimes {
  readonly parent: number;
  /** CPU seconds of the process itself, user and system. */
  readonly own: number;
  /** Of its children that have ended and been waited for. */
  readonly ended: number;
}

/** Linux counts CPU time for programs in hundredths of a second, whatever the kernel's own clock. */
const ticksASecond = 100;

/**
 * @param stat the text of /proc/PID/stat; see proc_pid_stat(5)
 */
export function cpuTimesOf(stat: string): CpuTimes {
  // The name, in parentheses, may hold blanks and parentheses; after the last one come numbers alone.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const seconds = (field: number): number => Number(fields[field - 3]) / ticksASecond;
  return {
    parent: Number(fields[1]),
    own: seconds(14) + seconds(15),
    ended: seconds(16) + seconds(17),
  };
}
