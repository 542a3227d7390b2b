### Words for codes: `classification-<code>` and `mark-<code>`. A workspace’s own code
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
