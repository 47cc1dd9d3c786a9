"""English words for the subjects of exit interviews, each with a neutral question."""

from uitzicht.core.questions.patterns import topic

TOPICS = (
    topic(
        "pay salary salaries wage* remuneration benefit* bonus* allowance* pension compensation perks",
        "What do you think of your pay and other terms?",
    ),
    topic(
        "hours rota rotas schedule* flexibility overtime holidays holiday shifts working-time telework* part-time",
        "What do you think of your working hours?",
    ),
    topic(
        "manager* boss* supervisor* leader leaders leadership management director* superior*",
        "How did you find working with your manager?",
    ),
    topic("colleague* team teams teammate* coworker* co-worker*", "What was it like to work with your colleagues?"),
    topic("workload pressure stress pace workloads", "How did you experience the workload?"),
    topic("training* course courses learning development", "What was learning new things like in your work?"),
    topic("career* promotion* prospects advancement progression", "How did you see your career here?"),
    topic(
        "light lighting noise temperature workplace workspace office offices building* surroundings premises",
        "What was the place where you worked like for you?",
    ),
    topic(
        "equipment device devices program programs software tool tools machine* computer* laptop* phone*",
        "What was it like to get the equipment your work needed?",
    ),
    topic(
        "rule rules procedure* polic* planning agreements processes",
        "How was the work organised here?",
    ),
    topic("meeting* communication* feedback information consultation", "What were the meetings in your team like?"),
    topic("atmosphere mood culture values climate", "What was the atmosphere like for you?"),
    topic("task tasks duties projects responsibilities assignments", "What do you think of your tasks?"),
    topic("induction onboarding introduction", "How did your first weeks go?"),
    topic("customer* client* patient* resident* passenger* pupil*", "What was the contact with customers like?"),
    topic("department* unit units division*", "What was it like to work with other units?"),
    topic("commute commuting travel", "What part did the commute play?"),
)
