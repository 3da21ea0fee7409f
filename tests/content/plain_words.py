"""What no text for clients may say or be: one place for all of them."""

import re

from tests.content.reading_age import automated_readability, coleman_liau, sentences, words

NEVER = {
    "jargon": r"\bpatients?\b|symptom|diagnos|disorder|clinical|intervention|outcome|therapeutic|"
    r"psycho|transference|boundar|empower|journey|holistic|\bprocess|resilien|dysregul|trigger|"
    r"vulnerab|rapport|efficacy|statistic|correlat|%|per ?cent|\balert|risk score",
    "cheer": r"!|great job|well done|amazing|awesome|brilliant|congratulat|fantastic|wonderful|"
    r"proud|keep it up|streak",
    "blame": r"should have|you must|you failed|you missed|you forgot|your fault|overdue|submit|"
    r"\blazy|resistan",
    "promise": r"\bguarantee|\bwill help|\bwill feel|\bproven|\bcures?\b|always works",
    "typewriter quotes": "['\"]",
}
LONGEST_SENTENCE = 20  # words
# US school grades: 6 is age 11 to 12. A short text may be harder than all of them together.
TOGETHER, ALONE = 6.0, 9.0


def slips(text: str) -> list[str]:
    """What is wrong with a text, in words; nothing, if it is plain and kind."""
    told = [f"{kind}: {found}" for kind, banned in NEVER.items()
            for found in re.findall(banned, text, re.IGNORECASE)]  # fmt: skip
    return told + [s for s in sentences(text) if len(words(s)) > LONGEST_SENTENCE]


def grade(text: str) -> float:
    """The school grade that a text asks for, by whichever formula says more."""
    return max(automated_readability(text), coleman_liau(text))
