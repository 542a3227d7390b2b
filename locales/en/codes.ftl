### Words for codes: `classification-<code>`, `mark-<code>` and `choice-<code>`. A workspace’s own code
### needs a message in both languages.

## Security classifications (Directive on Security Management, Appendix J)

# Nothing in it needs protection.
classification-unclassified = Unclassified

# Disclosure could harm someone outside the national interest.
classification-protected-a = Protected A

# Disclosure could seriously harm someone.
classification-protected-b = Protected B

# Disclosure could harm someone extremely gravely.
classification-protected-c = Protected C

# Disclosure could harm the national interest.
classification-confidential = Confidential

# Disclosure could seriously harm the national interest.
classification-secret = Secret

## Marks

# To be read at once.
mark-urgent = Urgent

# Nothing to do but read it.
mark-for-information = For information

# The recipients must do something.
mark-for-action = For action

## What can be decided: `choice-<code>`

# The decision is as the memo asks.
choice-approved = Approved

# The decision is not as the memo asks.
choice-not-approved = Not approved
