import { either, type Answer } from "../process/reach.ts";

/** Questions that lead to further ones, and in circles back to themselves. */
export interface Questions {
  /** The answer to the question that a path or a node stands for. `work` finds it, mostly by asking others. */
  ask(key: string | object, work: () => Answer): Answer;
}

interface Question {
  /** At least so much is true. */
  answer: Answer;
  isFinal: boolean;
  /** The round in which it was last worked out, or is. */
  round: number;
  isOpen: boolean;
  /** Whether somebody has come back to it while it was open. */
  isRead: boolean;
}

/**
 * Answers questions with the least that is true of all of them together: a way that leads back to a question brings nothing
 * new. Whoever comes back to one finds what is known of it so far, at first "no". Where that turns out to be too little,
 * what was asked first is asked again, until nothing changes. So a question is worked out once a round, however many
 * ways lead to it, and there are few rounds.
 * @param most questions beyond this number are answered with "maybe"
 */
export function leastAnswers(most: number): Questions {
  const byPath = new Map<string, Question>();
  const byNode = new WeakMap<object, Question>();
  let left = most;
  let round = 0;
  /** What was worked out in this round. */
  let asked: Question[] = [];
  /** Whether an answer that somebody has read in this round was too little. */
  let isStale = false;

  return {
    ask(key, work) {
      const question = questionOf(key);
      if (!question) return "maybe";
      if (question.isFinal) return question.answer;
      if (asked.length === 0) return settled(question, work);
      if (question.round === round) question.isRead ||= question.isOpen;
      else workOut(question, work);
      return question.answer;
    },
  };

  function questionOf(key: string | object): Question | null {
    const known = typeof key === "string" ? byPath.get(key) : byNode.get(key);
    if (known) return known;
    if (left-- <= 0) return null;
    const question: Question = { answer: "no", isFinal: false, round: 0, isOpen: false, isRead: false };
    if (typeof key === "string") byPath.set(key, question);
    else byNode.set(key, question);
    return question;
  }
  function settled(question: Question, work: () => Answer): Answer {
    try {
      do {
        round++;
        isStale = false;
        asked = [];
        workOut(question, work);
      } while (isStale && !question.isFinal);
      if (!isStale) for (const each of asked) each.isFinal = true;
      return question.answer;
    } finally {
      asked = [];
    }
  }
  function workOut(question: Question, work: () => Answer): void {
    asked.push(question);
    Object.assign(question, { round, isOpen: true, isRead: false });
    try {
      const answer = either([question.answer, work()]);
      if (answer !== question.answer) isStale ||= question.isRead;
      question.answer = answer;
      // There is no more than that.
      question.isFinal = answer === "yes";
    } finally {
      question.isOpen = false;
    }
  }
}
