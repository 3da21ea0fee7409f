/** The shapes that the phone works with. For the type checker only; no browser asks for this file. */

export type Setting = "online" | "in_person" | "walk_and_talk";
export type RatingKey = "safety" | "respect" | "openness" | "goals" | "tasks" | "feedback" | "setting_fit";

/** The body of a check_in entry, schema 1. A skipped rating is absent. */
export interface CheckIn {
  appointment: string | null;
  setting: Setting;
  ratings: Partial<Record<RatingKey, number>>;
  felt_off: boolean;
  words: string;
  shared: boolean;
  happened_at: string;
}

/** The bodies of the other kinds, schema 1, as in the public contract. */
export interface TalkingPoint {
  check_in: string | null;
  words: string;
  route: "say" | "send" | "ask";
  state: "open" | "raised" | "better" | "not_yet" | "put_right" | "left";
  shared: boolean;
}

/** What the app may ask about: a talking point, or a strain (`checkIn` is its dip) without one. */
export interface Unsettled {
  /** Under which it is remembered that it was asked about. */
  id: string;
  /** How many check-ins came after it. */
  after: number;
  point?: Standing;
  checkIn?: Standing;
}

export interface Preparation {
  appointment: string;
  ticked: string[];
  bring: string;
  shared: boolean;
}

export interface Reflection {
  answers: Record<string, string>;
  shared: boolean;
}

/** Which reminders come, and how. `quiet` is on the clock of the phone, as "21:00". */
export interface Reminders {
  push: boolean;
  email: boolean;
  address: string;
  calendar: boolean;
  evening: boolean;
  hour: boolean;
  after: boolean;
  changes: boolean;
  quiet: { from: string; until: string } | null;
  wording: "plain" | "with_time";
}

export interface Preference {
  check_ins: boolean;
  reminders: Partial<Reminders>;
}

export interface Appointment {
  starts_at: string;
  zone: string;
  minutes: number;
  setting: Setting;
  place: string;
  link: string;
  state: "booked" | "cancelled" | "attended" | "missed";
}

export interface Tip {
  setting: Setting | "every";
  title: string;
  text: string;
  state: "on" | "off";
}

export interface Notice {
  about: "moved" | "setting_changed" | "cancelled" | "read" | "recovery";
  of: string | null;
}

/** What an entry will be about: `base` is the entry it changes, `resolves` those it joins with it. */
export interface About {
  record: string;
  base: string | null;
  resolves?: string[];
  kind: string;
}

/** What is being written. `mark` names its last writing on the disk that its form knows. */
export interface Draft<T = CheckIn> extends About {
  id: string;
  mark: string | null;
  said: T;
  /** What said the record that it changes, when it was begun. Absent in what is new. */
  stood?: T;
  /** One's own words of which a change of what both agree takes the place, when it was begun. */
  own?: Standing[];
  step: string;
  /** Begun for a session that is not in the diary. Absent unless somebody chose that. */
  isOther?: boolean;
  /** What a talking point was like. The sentences to begin with depend on it. */
  like?: string;
}

export interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
}

/** What names an entry; none of it is a personal word. */
export interface EntryHead {
  entry: string;
  record: string;
  base: string | null;
  resolves: string[];
  kind: string;
  schema: number;
  op: "put" | "delete" | "erase";
  written_at: string;
  zone: string;
}

/** An immutable entry that waits to be sent. */
export interface Waiting extends EntryHead {
  order?: number;
  sealed: Sealed | null;
  /** Committed before its first byte leaves: from then on a change is a new entry. */
  attempted: boolean;
  /** How often it arrived damaged. */
  damaged: number;
  refused: { code: string; message: string } | null;
}

/** An entry as the server numbered it. */
export interface Received extends EntryHead {
  seq: number;
  author: string;
  received_at: string;
  sealed: Sealed | null;
}

/** An entry with its body opened, in whichever state it is. */
export interface Revision extends EntryHead {
  seq: number | null;
  author: string;
  body: any;
  received_at?: string;
  state: "waiting" | "received" | "refused";
  /** Why it was refused. */
  code?: string;
  /** It waits, but has left the phone before: it may have arrived. */
  attempted?: boolean;
}

/** What stands of one record: its heads, the one that counts first. */
export interface Standing {
  record: string;
  heads: Revision[];
  current: Revision;
  /** Deletions that did not know of a text that stands. Beside one, no head is shared. */
  deletions: Revision[];
  deleted: boolean;
  /** Whether the server, as far as it has heard, lets the therapist read it. No answer tells what it has heard of late. */
  sharedThere: boolean | "perhaps";
  first: number;
  state: "waiting" | "received" | "refused";
}

export type Side = "client" | "therapist";

/** What one side proposes. Without an answer it waits for the other side. */
export interface Proposal {
  said: Revision;
  answer?: "agree" | "not_for_me" | "changed";
  /** The entry that answers. */
  by?: Revision;
}

/** A goal, a way of working, or an arrangement for one setting, with all that was proposed. */
export interface Matter {
  kind: string;
  records: string[];
  agreed: Proposal | null;
  setAside: Revision | null;
  proposals: Partial<Record<Side, Proposal>>;
  /** Proposals that their own author had not seen when proposing something else. */
  beside: Partial<Record<Side, Revision[]>>;
}

export interface Cursor {
  seq: number;
  mark: string;
}

export interface Item extends EntryHead {
  body: string | null;
  sha256: string | null;
}

export interface Change extends Item {
  seq: number;
  author: string;
  received_at: string;
}

export interface Result {
  entry: string;
  status: "stored" | "known" | "rejected";
  seq?: number;
  code?: string;
  message?: string;
}

export interface Synced {
  protocol: 1;
  server_time: string;
  results: Result[];
  changes?: Change[];
  cursor?: Cursor | null;
  more?: boolean;
  resync?: boolean;
  limits: { items: number; bytes: number };
}

/** What came back: `json` only where it is JSON of ours, whatever the status. */
export interface Answer {
  status: number;
  json: any;
  wait: number | null;
}

/** How a round of syncing ended. */
export type Outcome =
  | { state: "done" }
  | { state: "offline" }
  | { state: "signed_out" }
  | { state: "wrong_account" }
  | { state: "erased" }
  | { state: "revoked" }
  | { state: "update_needed" }
  | { state: "later"; wait: number }
  | { state: "defect" };

export interface Account {
  id: string;
  /** A therapist has none, and keeps nothing on the phone. */
  journal: string | null;
}

/** What the practice tells of itself; null where it has written nothing down. */
export type AboutPractice = Record<"about" | "phone" | "email" | "web" | "cancellation" | "professional_body" | "complaints", string | null>;

/** What a client's phone knows of the other side. */
export interface Therapist {
  id: string;
  name: string;
}

/** Whom they saw until then. Who has left the practice has no name; without a moment, the phone last asked an older version. */
export interface Former {
  id: string;
  name: string | null;
  until?: string;
}

export interface Other {
  therapist: Therapist;
  /** Those who handed this client over, the first one first. Absent on a phone that last asked an older version. */
  former?: Former[];
  /** What the therapist asks: whether somebody else may go on. */
  handover?: { id: string; to: Therapist; asked_at: string } | null;
  /** When the account is closed, where the therapist ends it. */
  closes_at?: string | null;
  practice: string | null;
  /** Absent on a phone that last asked an older version. */
  about_practice?: AboutPractice | null;
  usual_setting: Setting | null;
  /** Absent on a phone that last asked an older version. */
  years_kept?: number | null;
}

/** What syncing needs of the phone's copy. */
export interface SyncingCopy {
  account: string;
  device: string;
  cursor(): Promise<Cursor | null>;
  waitingCount(): Promise<number>;
  nextBatch(most: number): Promise<Item[]>;
  /** Whether the server is still the one that this copy was read from. */
  knows(answer: Synced): boolean;
  apply(answer: Synced): Promise<void>;
  startAgain(): Promise<void>;
  refuse(entry: string, code: string, message: string): Promise<void>;
  /** It may have been damaged on the way: refused only when that happens again and again. */
  blame(entry: string, code: string, message: string): Promise<void>;
}

/** A check-in for the rule of the alliance: `ratings`, or a typed-in `score`. */
export interface Said {
  ratings?: Partial<Record<string, number>>;
  score?: number;
  felt_off?: boolean;
  /** The client's word that it is put right: how many check-ins there were when they said so. */
  mended_at?: number | null;
}

/** The reason of a dip: which sentence tells it, the question it is about, and the answer. */
export interface Why {
  sentence: string;
  about: string | null;
  answer: number | null;
}

/** One check-in, seen beside the earlier ones of the same client. */
export interface Step {
  score: number | null;
  legs: Record<string, number | null>;
  /** Where “lower than usual” begins. */
  limit: number | null;
  dip: string[];
  put_right: boolean;
  why: Why | null;
  /** The legs well below their usual. */
  short: string[];
  /** The place of the strain that this dip belongs to. */
  strain: number | null;
}

/** From a dip until it is put right, by itself or by word ("mended"), or lapses. */
export interface Strain {
  dips: number[];
  reference: number;
  chances: number;
  /** The check-in that ended it; by word, how many there were then. */
  closed: number | null;
  ended: "put_right" | "mended" | "lapsed" | null;
}

export interface Development {
  checkIns: Said[];
  steps: Step[];
  strains: Strain[];
}

/** The words in which reasons are told: webapp/content/reasons.toml. */
export interface ReasonWords {
  sentences: Record<string, string>;
  questions: Record<string, string>;
  answers: Record<number, string>;
}

/** A check-in as the pictures show it: the stool takes its newest, the path all of them. */
export interface Stone extends Pick<Step, "score" | "legs" | "short" | "dip" | "put_right"> {
  setting: Setting;
  /** A long while after the one before. */
  pause: boolean;
}

/** A check-in with all that is told of it. `place` is where it stands among all of them. */
export interface Session extends Step, Stone {
  record: string;
  happened_at: string;
  fit: number | undefined;
  place: number;
}

/** The words of the page: webapp/content/reasons.toml and check_in.toml. */
export interface DevelopWords extends ReasonWords {
  labels: Record<string, string>;
  settings: Record<string, string>;
  short: Record<string, string>;
  open: Record<string, string>;
  say: Record<string, string>;
}
