/** What one stage of the work on a page took: wall clock, and processor time of the whole process with its threads. */
export interface StageTime {
  readonly stage: string;
  readonly wallMs: number;
  readonly cpuMs: number;
}

/** Times the stages of a page. Stages that run side by side share their processor time, so time one after the other. */
export interface StageClock {
  time<T>(stage: string, work: () => T | Promise<T>): Promise<T>;
  /** The stages timed since the last call, in the order in which they first ran; repeated ones are added up. */
  take(): readonly StageTime[];
}

/** `onStage` hears of each stage when it begins. */
export function createStageClock(onStage: (stage: string) => void = () => undefined): StageClock {
  let times = new Map<string, StageTime>();
  return {
    async time(stage, work) {
      onStage(stage);
      const wallBefore = performance.now();
      const cpuBefore = process.cpuUsage();
      try {
        return await work();
      } finally {
        const cpu = process.cpuUsage(cpuBefore);
        const sum = times.get(stage) ?? { stage, wallMs: 0, cpuMs: 0 };
        times.set(stage, {
          stage,
          wallMs: sum.wallMs + performance.now() - wallBefore,
          cpuMs: sum.cpuMs + (cpu.user + cpu.system) / 1000,
        });
      }
    },
    take() {
      const taken = [...times.values()];
      times = new Map();
      return taken;
    },
  };
}
