### Labels, each with its colon. French has a no-break space (U+00A0) before it.
### A workspace replaces one by a message of the same id in its own locales/.

## The status of a memo that no longer holds as it was sent

# It holds no longer.
# Variables:
#   $date - since when
status-withdrawn = Withdrawn on { $date }

# By whom, or by which document.
label-withdrawn-by = Withdrawn by:

# Another document stands in its place.
# Variables:
#   $date - since when
status-superseded = Superseded on { $date }

# By which document.
label-superseded-by = Superseded by:

# It holds as it now reads.
# Variables:
#   $date - since when
status-corrected = Corrected on { $date }

# By whom, or by which document.
label-corrected-by = Corrected by:

## The header

# To whom the memo goes.
# Variables:
#   $gender - feminine (all are women), masculine (men are among them) or
#             unspecified (a gender is not known, or a group is among them)
#   $number - one or other
label-to = To:

# Who sends it.
# Variables:
#   $gender - feminine (all are women), masculine (men are among them) or
#             unspecified (a gender is not known, or a group is among them)
#   $number - one or other
label-from = From:

# Whom it passes through on its way.
# Variables:
#   $gender - feminine (all are women), masculine (men are among them) or
#             unspecified (a gender is not known, or a group is among them)
#   $number - one or other
label-through = Through:

# The date of the memo.
label-date = Date:

# The day of the last change.
label-updated = Date modified:

# What the memo is about.
label-subject = Subject:

# The file number.
label-reference = Reference:

# The day by which the recipients must act; a date follows.
label-action-by = Action required by:

# The day from which what it says applies; a date follows.
label-effective = Effective date:

# What stands for the recipients where a distribution list names them.
distribution-list = Distribution list

# The colon after a label that the author wrote.
colon = :

## After the signature

# Above the boxes of a decision that a memo asks for.
decision = Decision

# Beside the room for the signature of whoever decides.
label-signature = Signature:

# Whom to ask.
# Variables:
#   $number - one or other
label-enquiries = Enquiries:

# What goes with the memo.
# Variables:
#   $number - one or other
label-attachments =
    { $number ->
        [one] Attachment
       *[other] Attachments
    }:

# Who gets a copy.
# Variables:
#   $gender - feminine (all are women), masculine (men are among them) or
#             unspecified (a gender is not known, or a group is among them)
#   $number - one or other
label-cc = cc:

# Everyone to whom the memo goes.
# Variables:
#   $gender - feminine (all are women), masculine (men are among them) or
#             unspecified (a gender is not known, or a group is among them)
#   $number - one or other
label-distribution = Distribution list:

# Before an appendix’s own heading.
# Variables:
#   $letter - A, B, C …
label-appendix = Appendix { $letter }:

# The heading of an appendix that has none of its own.
# Variables:
#   $letter - A, B, C …
appendix = Appendix { $letter }

# Before the caption of a figure.
# Variables:
#   $number - 1, 2, 3 …
label-figure = Figure { $number }:

# Before the caption of a table.
# Variables:
#   $number - 1, 2, 3 …
label-table = Table { $number }:

## Ways to reach someone; the number or address follows

# A telephone number.
label-telephone = Telephone:

# A teletypewriter’s number, for people who are deaf or hard of hearing.
label-tty = TTY:

# An e-mail address.
label-email = Email:
