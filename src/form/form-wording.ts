import type { ColumnRole, KnownHeading } from "../model/form.ts";

/** Tells from the header paths of all columns of a table what each holds; null where a heading is not known. */
export type ColumnRecognizer = (paths: readonly (readonly string[])[]) => readonly (ColumnRole | null)[];

/** The wording of the form: what geometry cannot know and understanding has to be given. */
export interface FormWording {
  readonly recognizeColumns: ColumnRecognizer;
  /** Whether a header path by itself may name a role: false only where `recognizeColumns` would never give it that. */
  readonly mayHaveRole: (path: readonly string[], role: ColumnRole) => boolean;
  /** Whether a header path is known to name something that the form has no field for (`ผู้รับผิดชอบ`). */
  readonly isForeignHeading: (path: readonly string[]) => boolean;
  /** Takes a heading as read apart. */
  readonly splitHeading: (text: string) => {
    readonly numberText: string | null;
    readonly title: string;
    readonly isContinuation: boolean;
  };
  /** The known policy heading that a heading as read stands for, or null. */
  readonly matchHeading: (text: string) => KnownHeading | null;
  /** How alike two texts are although misread, 0 to 1. */
  readonly similarity: (a: string, b: string) => number;
}
