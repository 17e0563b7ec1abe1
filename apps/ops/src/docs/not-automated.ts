/** Rows of docs/law/rules.md section 11 that ask nothing of software of their own, and why. */
export const notAutomated: Readonly<Record<string, string>> = {
  'R-01': 'An act of the Minister, done once: the Rules were approved by the Order itself.',
  'R-02': 'An act of the Committee, done on 13 August 2021 (No. 23983).',
  'R-03': 'An act of the Committee: publication on the site of the Ministry.',
  'R-04': 'Control by the Vice Minister of how the Order is carried out: an office, not a step of a case.',
  'R-06': 'Says what the Rules are for; the other rows are the procedure that it speaks of.',
  'R-14': 'Refers to the Standard, whose items are carried as the rows that they repeat.',
  'R-104': 'Repeats R-09 and is carried there.',
  'R-105': 'Repeats R-11 and is carried there.',
  'R-106': 'Repeats R-27 to R-33 and is carried there.',
  'R-108': 'Repeats R-34 and R-35 and is carried there.',
  'R-109': 'Repeats R-36 to R-38 and is carried there.',
  'R-112':
    'The portal, the contact center (1414) and the site of the Ministry are outside; what they tell is read from the case.',
};
