### Words for codes: `classification-<code>`, `mark-<code>` and `choice-<code>`. A workspace’s own code
### needs a message in both languages.

## Security classifications (Directive on Security Management, Appendix J)

# Nothing in it needs protection.
classification-unclassified = Non classifié

# Disclosure could harm someone outside the national interest.
classification-protected-a = Protégé A

# Disclosure could seriously harm someone.
classification-protected-b = Protégé B

# Disclosure could harm someone extremely gravely.
classification-protected-c = Protégé C

# Disclosure could harm the national interest.
classification-confidential = Confidentiel

# Disclosure could seriously harm the national interest.
classification-secret = Secret

## Marks

# To be read at once.
mark-urgent = Urgent

# Nothing to do but read it.
mark-for-information = À titre d’information

# The recipients must do something.
mark-for-action = Pour suite à donner

## What can be decided: `choice-<code>`

# The decision is as the memo asks.
choice-approved = Approuvé

# The decision is not as the memo asks.
choice-not-approved = Non approuvé
