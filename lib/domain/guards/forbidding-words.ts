/** What people write beside a number that is not to be called, or that reaches somebody else. */
const FORBIDDING: readonly RegExp[] = [
  /\b(do not|don ?t|never|please no|no|not to be) (be )?(call|calls|called|calling|dial|dialed|contact|contacted|phone|ring|use)\b/,
  /\b(d ?n ?c|d ?n ?d|do not disturb)\b/,
  /\b(stop|opt(ed)? ?out|unsubscribed?|remove[ds]?|blocked|litigator|deceased)\b/,
  /\b(wrong|bad|invalid|incorrect|dead|old|former) ?(number|num|no|nr|person|phone|line)?$/,
  /\b(wrong|bad|invalid|incorrect|dead|old|former) (number|num|no|nr|person|phone|line)\b/,
  /\b(disconnected|out of service|not in service|no longer)\b/,
  /\b(nicht (mehr )?anrufen|kein(e)? anrufe?|falsche nummer|ne (pas|plus) (appeler|contacter)|faux numéro)\b/,
  /\b(no llamar|número equivocado|não ligar|non chiamare|niet bellen)\b/,
];

/** Whether the words beside a number forbid a call, or say that it is not theirs. */
export function wordsForbid(words: string): boolean {
  const plain = words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return FORBIDDING.some((pattern) => pattern.test(plain));
}
